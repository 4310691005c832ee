using System.Buffers;
using System.Text.Json;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>Writes the AdmissionReview that answers one.</summary>
/// <remarks>Source: kubernetes/apiserver:pkg/admission/plugin/webhook/request/admissionreview.go (what the API server checks).</remarks>
internal static class ReviewResponse
{
    private const int Forbidden = 403;

    // An answer is written without a break on one thread, so each thread keeps one writer.
    [ThreadStatic]
    private static Utf8JsonWriter? t_json;

    /// <summary>Writes an answer.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="uid">The identity of the call, as it was sent.</param>
    /// <param name="answer">The answer.</param>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> uid, AdmissionAnswer answer)
    {
        var json = t_json ??= new(output);
        json.Reset(output);
        json.WriteStartObject();
        json.WriteString("apiVersion"u8, AdmissionReviewDecoder.ApiVersion);
        json.WriteString("kind"u8, AdmissionReviewDecoder.Kind);
        json.WriteStartObject("response"u8);
        json.WriteString("uid"u8, uid);
        json.WriteBoolean("allowed"u8, answer.Denial is null);
        if (answer.Denial is { } denial)
        {
            json.WriteStartObject("status"u8);
            json.WriteNumber("code"u8, Forbidden);
            json.WriteString("reason"u8, "Forbidden"u8);
            json.WriteString("message"u8, denial);
            json.WriteEndObject();
        }

        if (answer.Warnings.Count > 0)
        {
            json.WriteStartArray("warnings"u8);
            foreach (var warning in answer.Warnings)
            {
                json.WriteStringValue(warning);
            }

            json.WriteEndArray();
        }

        if (answer.AuditAnnotations.Count > 0)
        {
            json.WriteStartObject("auditAnnotations"u8);
            foreach (var (key, value) in answer.AuditAnnotations)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }
}

using System.Text;
using System.Text.Json;

namespace RiskAnalyzer.Webhook.Tests.Admission;

/// <summary>An answer as the API server reads it.</summary>
internal sealed record Answer(bool IsReview, string Text)
{
    private JsonElement Response => JsonDocument.Parse(Text).RootElement.GetProperty("response");

    public string Uid => Response.GetProperty("uid").GetString()!;

    public bool Allowed => Response.GetProperty("allowed").GetBoolean();

    public string Denial => Response.GetProperty("status").GetProperty("message").GetString()!;

    public int Code => Response.GetProperty("status").GetProperty("code").GetInt32();

    public IReadOnlyList<string> Warnings =>
        Response.TryGetProperty("warnings", out var warnings) ? [.. warnings.EnumerateArray().Select(each => each.GetString()!)] : [];

    public IReadOnlyList<string> Audit(string key) =>
        Response.TryGetProperty("auditAnnotations", out var all) && all.TryGetProperty(key, out var value) ? value.GetString()!.Split(',') : [];

    public static Answer Of(bool isReview, ReadOnlySpan<byte> bytes) => new(isReview, Encoding.UTF8.GetString(bytes));
}

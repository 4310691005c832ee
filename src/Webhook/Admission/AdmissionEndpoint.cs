using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>The endpoint that the API server calls.</summary>
internal static class AdmissionEndpoint
{
    /// <summary>The path that the webhook configuration names.</summary>
    public const string Path = "/validate";

    /// <summary>Maps the endpoint to a reviewer.</summary>
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, AdmissionReviewer reviewer, AdmissionLimits limits, AdmissionMetrics metrics) =>
        endpoints.MapPost(Path, new Endpoint(reviewer, limits, metrics).AnswerAsync);

    private sealed class Endpoint(AdmissionReviewer reviewer, AdmissionLimits limits, AdmissionMetrics metrics)
    {
        [ThreadStatic]
        private static ArrayBufferWriter<byte>? t_output;

        public async Task AnswerAsync(HttpContext context)
        {
            var isOverloaded = metrics.Began() > limits.MaxInFlight;
            try
            {
                if (context.Request.ContentType is { } type && !IsJson(type))
                {
                    await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, "the content type must be application/json\n");
                }
                else if (context.Request.ContentLength > limits.MaxBodyBytes)
                {
                    await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"the body has more than {limits.MaxBodyBytes} bytes\n");
                }
                else
                {
                    await ReviewAsync(context, isOverloaded);
                }
            }
            finally
            {
                metrics.Ended();
                Describe(Activity.Current, context.Response.StatusCode);
            }
        }

        // The framework names its span after itself and says how a request begins, not how it ends.
        private static void Describe(Activity? span, int status)
        {
            if (span is { IsAllDataRequested: true })
            {
                span.DisplayName = $"POST {Path}";
                _ = span.SetTag("http.route", Path).SetTag("http.response.status_code", status);
            }
        }

        private static bool IsJson(string type) =>
            type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) && (type.Length == 16 || type[16] is ';' or ' ');

        private static Task RefuseAsync(HttpContext context, int status, string why)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync(why, context.RequestAborted);
        }

        private async Task ReviewAsync(HttpContext context, bool isOverloaded)
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = limits.MaxBodyBytes;
            }

            var reader = context.Request.BodyReader;
            var body = await WholeBodyAsync(reader, limits.MaxBodyBytes, context.RequestAborted);
            if (body is not { } bytes)
            {
                await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"the body has more than {limits.MaxBodyBytes} bytes\n");
                return;
            }

            Answer(context.Response, bytes, isOverloaded);
            reader.AdvanceTo(bytes.End);
            _ = await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }

        private static async ValueTask<ReadOnlySequence<byte>?> WholeBodyAsync(PipeReader reader, int most, CancellationToken cancellation)
        {
            while (true)
            {
                var result = await reader.ReadAsync(cancellation);
                if (result.Buffer.Length > most)
                {
                    reader.AdvanceTo(result.Buffer.End);
                    return null;
                }

                if (result.IsCompleted)
                {
                    return result.Buffer;
                }

                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            }
        }

        private void Answer(HttpResponse response, ReadOnlySequence<byte> body, bool isOverloaded)
        {
            if (body.IsSingleSegment)
            {
                Answer(response, body.FirstSpan, isOverloaded);
                return;
            }

            var length = (int)body.Length;
            var whole = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                body.CopyTo(whole);
                Answer(response, whole.AsSpan(0, length), isOverloaded);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(whole);
            }
        }

        private void Answer(HttpResponse response, ReadOnlySpan<byte> body, bool isOverloaded)
        {
            // The answer is short; it is held until the status is known. Nothing here waits, so each thread keeps one buffer.
            var output = t_output ??= new(1024);
            output.ResetWrittenCount();
            var isReview = reviewer.Review(body, output, isOverloaded);
            response.StatusCode = isReview ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
            response.ContentType = isReview ? "application/json" : "text/plain; charset=utf-8";
            response.ContentLength = output.WrittenCount;
            response.BodyWriter.Write(output.WrittenSpan);
        }
    }
}

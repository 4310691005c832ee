using System.Diagnostics;
using System.Text;
using RiskAnalyzer.Hosting.Telemetry;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>What the kubelet and Prometheus ask: <c>/livez</c>, <c>/readyz</c> and <c>/metrics</c>.</summary>
internal static class OperationsEndpoints
{
    private const string PlainText = "text/plain; charset=utf-8";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes, Readiness readiness, ProgramTelemetry telemetry)
    {
        var group = routes.MapGroup("").WithMetadata(OperationsOnly.Mark).DisableHttpMetrics();

        // Alive is who answers. A dead API server or a missing certificate is no reason to be restarted.
        _ = group.MapGet("/livez", (HttpContext context) => WriteAsync(context, StatusCodes.Status200OK, PlainText, "ok\n"u8.ToArray()));
        _ = group.MapGet("/readyz", (HttpContext context) =>
        {
            var report = readiness.Judge();
            var status = report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return WriteAsync(context, status, PlainText, Encoding.UTF8.GetBytes(report.Text));
        });
        _ = group.MapGet("/metrics", (HttpContext context) =>
        {
            var format = PrometheusNegotiation.Choose(context.Request.Headers.Accept);
            return WriteAsync(context, StatusCodes.Status200OK, format.ContentType, telemetry.Page(format));
        });
    }

    private static Task WriteAsync(HttpContext context, int status, string contentType, byte[] body)
    {
        // Probes and scrapes would drown the traces of reviews.
        if (Activity.Current is { } activity)
        {
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}

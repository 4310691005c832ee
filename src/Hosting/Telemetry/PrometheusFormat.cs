namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>A text format that Prometheus reads.</summary>
public sealed record PrometheusFormat
{
    private PrometheusFormat()
    {
    }

    /// <summary>The format that every version reads, and what is sent when nothing else was asked for.</summary>
    /// <remarks>Source: https://prometheus.io/docs/instrumenting/exposition_formats/</remarks>
    public static PrometheusFormat Text { get; } = new() { ContentType = "text/plain; version=0.0.4; charset=utf-8" };

    /// <summary>OpenMetrics 1.0, which also carries units.</summary>
    /// <remarks>Source: https://prometheus.io/docs/specs/om/open_metrics_spec/</remarks>
    public static PrometheusFormat OpenMetrics { get; } = new()
    {
        ContentType = "application/openmetrics-text; version=1.0.0; charset=utf-8",
        IsOpenMetrics = true,
    };

    /// <summary>What the answer calls itself. Prometheus 3 refuses an answer without it.</summary>
    public required string ContentType { get; init; }

    /// <summary>Whether it is OpenMetrics.</summary>
    public bool IsOpenMetrics { get; private init; }
}

namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>How the values of a metric are to be read.</summary>
public enum MetricKind
{
    /// <summary>A sum that only grows while the program runs.</summary>
    Counter,

    /// <summary>A value that goes up and down.</summary>
    Gauge,

    /// <summary>Observations counted by size.</summary>
    Histogram,
}

namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>One series of a metric.</summary>
/// <param name="Labels">The labels, sorted by name, no name twice.</param>
/// <param name="Value">The value; of a histogram, the sum of what was observed.</param>
public sealed record MetricSample(IReadOnlyList<KeyValuePair<string, string>> Labels, double Value)
{
    /// <summary>The buckets of a histogram; empty otherwise.</summary>
    public IReadOnlyList<MetricBucket> Buckets { get; init; } = [];

    /// <summary>How much was observed, of a histogram.</summary>
    public long Count { get; init; }
}

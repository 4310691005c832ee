namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>A metric with all its series, ready to be written.</summary>
public sealed record MetricFamily
{
    /// <summary>The name without the <c>_total</c> of counters, for example <c>riskanalyzer_admission_duration_seconds</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How the values are to be read.</summary>
    public required MetricKind Kind { get; init; }

    /// <summary>What it says, in one sentence.</summary>
    public required string Help { get; init; }

    /// <summary>The unit, which the name ends in; empty when it has none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The series.</summary>
    public IReadOnlyList<MetricSample> Samples { get; init; } = [];
}

namespace RiskAnalyzer.Model.Resources;

/// <summary>What only a Job has.</summary>
public sealed record JobSpec
{
    /// <value>Pods at a time; null when the API server assumes 1.</value>
    public int? Parallelism { get; init; }

    /// <value>Failures before the Job fails; null when the API server assumes 6.</value>
    public int? BackoffLimit { get; init; }

    /// <value>Seconds; null when there is no deadline.</value>
    public long? ActiveDeadlineSeconds { get; init; }

    /// <summary>Whether a replacement waits until the old pod has ended (podReplacementPolicy Failed, or a podFailurePolicy is set).</summary>
    public bool ReplacesOnlyFailed { get; init; }

    /// <summary>Whether the failure policy ignores disruptions.</summary>
    public bool IgnoresDisruptions { get; init; }
}

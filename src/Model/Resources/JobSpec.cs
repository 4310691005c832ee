namespace RiskAnalyzer.Model.Resources;

/// <summary>What only a Job has.</summary>
public sealed record JobSpec
{
    /// <summary>The failures that a Job survives when it does not say so.</summary>
    /// <remarks>Source: https://kubernetes.io/docs/reference/kubernetes-api/batch/job-v1/</remarks>
    public const int DefaultBackoffLimit = 6;

    /// <value>Pods at a time; null when the API server assumes 1.</value>
    public int? Parallelism { get; init; }

    /// <value>Failures that the Job survives; null when the API server assumes 6, or none with a limit per index.</value>
    public int? BackoffLimit { get; init; }

    /// <value>Failures that the Job survives; null for any number.</value>
    public int? EffectiveBackoffLimit => BackoffLimit ?? (HasLimitPerIndex ? null : DefaultBackoffLimit);

    /// <summary>Whether failures are limited for each index of the Job (backoffLimitPerIndex).</summary>
    public bool HasLimitPerIndex { get; init; }

    /// <value>Seconds; null when there is no deadline.</value>
    public long? ActiveDeadlineSeconds { get; init; }

    /// <summary>Whether a replacement waits until the old pod has ended (podReplacementPolicy Failed, or a podFailurePolicy is set).</summary>
    public bool ReplacesOnlyFailed { get; init; }

    /// <summary>Whether the failure policy ignores disruptions.</summary>
    public bool IgnoresDisruptions { get; init; }
}

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Kubespray's drain that deletes pods, as a plan writes it; null where it says nothing.</summary>
public sealed record DrainFallbackDocument
{
    /// <summary>Whether there is one.</summary>
    public bool? Enabled { get; init; }

    /// <value>Seconds; -1 for each pod's own.</value>
    public int? GracePeriodSeconds { get; init; }

    /// <value>Seconds; 0 for none.</value>
    public int? TimeoutSeconds { get; init; }

    /// <value>0 or more.</value>
    public int? Retries { get; init; }

    /// <value>Seconds, 0 or more.</value>
    public int? RetryDelaySeconds { get; init; }
}

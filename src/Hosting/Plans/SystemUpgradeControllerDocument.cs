namespace RiskAnalyzer.Hosting.Plans;

/// <summary>What a plan says of the system-upgrade-controller; null where it says nothing.</summary>
public sealed record SystemUpgradeControllerDocument
{
    /// <value>Seconds; 0 for none.</value>
    public int? JobActiveDeadlineSeconds { get; init; }

    /// <value>0 or more.</value>
    public int? JobBackoffLimit { get; init; }

    /// <value>Seconds, 0 or more.</value>
    public int? PostCompleteDelaySeconds { get; init; }
}

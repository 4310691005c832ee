namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Kubespray's variables as a plan writes them; null where it says nothing.</summary>
public sealed record KubesprayDocument
{
    /// <value>0 or more.</value>
    public int? DrainRetries { get; init; }

    /// <value>Seconds, 0 or more.</value>
    public int? DrainRetryDelaySeconds { get; init; }

    /// <summary>What follows when no attempt succeeded.</summary>
    public DrainFallbackDocument? DrainFallback { get; init; }

    /// <value>Seconds, 0 or more.</value>
    public int? UpgradeNodePauseSeconds { get; init; }

    /// <value>Seconds, 0 or more.</value>
    public int? UpgradeNodePostUpgradePauseSeconds { get; init; }
}

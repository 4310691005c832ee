namespace RiskAnalyzer.Simulation.Plans;

/// <summary>The numbers of the system-upgrade-controller of k3s and RKE2.</summary>
/// <remarks>Source: rancher/system-upgrade-controller:pkg/upgrade/job/job.go and pkg/apis/upgrade.cattle.io/v1/types.go. Its manifest
/// system-upgrade-controller.yaml sets 900 s and 99 retries instead.</remarks>
public sealed record SystemUpgradeControllerSettings
{
    /// <summary>The limit of a node's Job, drain and upgrade together (<c>spec.jobActiveDeadlineSecs</c>, SYSTEM_UPGRADE_JOB_ACTIVE_DEADLINE_SECONDS).</summary>
    /// <value>Seconds; 0 for none; default 600.</value>
    public double JobActiveDeadlineSeconds { get; init; } = 600;

    /// <summary>How often the Job starts its pod again when the drain fails (SYSTEM_UPGRADE_JOB_BACKOFF_LIMIT).</summary>
    /// <value>0 or more; default 2, which makes three attempts.</value>
    public int JobBackoffLimit { get; init; } = 2;

    /// <summary>Between the uncordon of a node and the start of the next one in its place (<c>spec.postCompleteDelay</c>).</summary>
    /// <value>Seconds, 0 or more; default 0.</value>
    public double PostCompleteDelaySeconds { get; init; }
}

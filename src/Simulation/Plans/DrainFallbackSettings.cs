namespace RiskAnalyzer.Simulation.Plans;

/// <summary>Kubespray's last resort: a drain that deletes pods instead of evicting them.</summary>
/// <remarks>Source: kubernetes-sigs/kubespray:roles/upgrade/pre-upgrade/{defaults,tasks}/main.yml (<c>drain_fallback_…</c>).</remarks>
public sealed record DrainFallbackSettings
{
    /// <summary>Whether there is one; default no.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>The grace that it sends.</summary>
    /// <value>Seconds; -1 for each pod's own; default 300.</value>
    public int GracePeriodSeconds { get; init; } = 300;

    /// <summary>Its limit.</summary>
    /// <value>Seconds; 0 for none; default 360.</value>
    public double TimeoutSeconds { get; init; } = 360;

    /// <summary>How often it is tried again.</summary>
    /// <value>0 or more; default 0.</value>
    public int Retries { get; init; }

    /// <summary>Between two tries.</summary>
    /// <value>Seconds, 0 or more; default 10.</value>
    public double RetryDelaySeconds { get; init; } = 10;
}

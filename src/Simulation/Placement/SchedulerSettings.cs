using System.Collections.Immutable;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>How the cluster's scheduler is configured; the defaults are those of kube-scheduler.</summary>
/// <remarks>Source: https://kubernetes.io/docs/reference/config-api/kube-scheduler-config.v1/</remarks>
public sealed record SchedulerSettings
{
    /// <summary>The scheduler as it comes.</summary>
    public static SchedulerSettings Default { get; } = new();

    /// <summary>The minor version of Kubernetes 1.x; null takes the snapshot's, or failing that 36.</summary>
    public int? KubernetesMinor { get; init; }

    /// <summary>Spread constraints of pods that have none.</summary>
    public DefaultSpread DefaultSpread { get; init; } = DefaultSpread.SystemDefault;

    /// <summary>How many of the nodes must be found feasible before the search ends.</summary>
    /// <value>Percent, 0 to 100; 0 lets the scheduler choose by the size of the cluster.</value>
    public int PercentageOfNodesToScore { get; init; }

    /// <summary>Whether full nodes are preferred (MostAllocated) instead of empty ones (LeastAllocated).</summary>
    public bool PrefersFullNodes { get; init; }

    /// <summary>What the required affinity of a pod on a node adds to the score of a pod that it wants near.</summary>
    /// <value>0 to 100; default 1.</value>
    public int HardPodAffinityWeight { get; init; } = 1;

    /// <summary>Extended resources that the fit leaves to others (<c>ignoredResources</c>).</summary>
    public ImmutableArray<string> IgnoredResources { get; init; } = [];
}

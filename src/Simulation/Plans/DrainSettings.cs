using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Simulation.Plans;

/// <summary>How a node is drained.</summary>
public sealed record DrainSettings
{
    /// <summary>The grace that the drain sends.</summary>
    /// <value>Seconds; -1 for each pod's own.</value>
    public int GracePeriodSeconds { get; init; } = -1;

    /// <summary>The limit per node.</summary>
    /// <value>Seconds; 0 for none.</value>
    public double TimeoutSeconds { get; init; }

    /// <summary>Whether pods with an emptyDir are evicted; otherwise one of them refuses the node.</summary>
    public bool DeleteEmptyDirData { get; init; }

    /// <summary>Whether DaemonSet pods are left alone; otherwise one of them refuses the node.</summary>
    public bool IgnoreDaemonSets { get; init; }

    /// <summary>Whether pods without controller are evicted; otherwise one of them refuses the node.</summary>
    public bool Force { get; init; }

    /// <summary>The only pods that the drain looks at (<c>--pod-selector</c>); null for all. Whatever else is on the node stays there.</summary>
    public LabelSelector? PodSelector { get; init; }

    /// <summary>Whether pods are deleted instead of evicted (<c>--disable-eviction</c>), which no budget guards against.</summary>
    public bool DisableEviction { get; init; }

    /// <summary>Whether the run stops when a node's drain fails; otherwise it goes on with the next.</summary>
    public bool StopOnFailure { get; init; } = true;
}

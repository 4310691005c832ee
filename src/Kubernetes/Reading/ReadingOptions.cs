using RiskAnalyzer.Kubernetes.Manifests;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>How a cluster is read once.</summary>
public sealed record ReadingOptions
{
    /// <summary>The only namespace to read; null for all. Of one namespace nothing can be said of nodes, so these are left out.</summary>
    public string? Namespace { get; init; }

    /// <summary>Told now and then how far the reading is.</summary>
    public Action<ReadProgress>? Progress { get; init; }

    /// <summary>Lists that are read at the same time.</summary>
    /// <value>1 or more; four, so that priority and fairness has no reason to hold anybody up.</value>
    public int ParallelLists { get; init; } = 4;
}

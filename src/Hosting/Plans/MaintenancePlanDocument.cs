namespace RiskAnalyzer.Hosting.Plans;

/// <summary>A maintenance plan as written, in a file or as options; null where it says nothing.</summary>
public sealed record MaintenancePlanDocument
{
    /// <summary>The version of the document.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The kind of the document.</summary>
    public string? Kind { get; init; }

    /// <summary>The name, for reports.</summary>
    public string? Name { get; init; }

    /// <summary>The orchestrator, by name.</summary>
    public string? Profile { get; init; }

    /// <summary>Names of nodes, in their order.</summary>
    public IReadOnlyList<string>? NodeNames { get; init; }

    /// <summary>A selector of nodes, as kubectl writes it.</summary>
    public string? NodeSelector { get; init; }

    /// <summary>Whether the plan says which nodes it means, even if in a way that cannot be read.</summary>
    public bool SaysNodes { get; init; }

    /// <summary><c>as-listed</c>, <c>name</c> or <c>reverse-name</c>.</summary>
    public string? Order { get; init; }

    /// <summary>Nodes at a time: a number, or a percentage of the plan's nodes.</summary>
    public string? Concurrency { get; init; }

    /// <value>Seconds; -1 for each pod's own.</value>
    public int? GracePeriodSeconds { get; init; }

    /// <value>Seconds; 0 for none.</value>
    public int? TimeoutSeconds { get; init; }

    /// <summary>Whether pods with an emptyDir are evicted.</summary>
    public bool? DeleteEmptyDirData { get; init; }

    /// <summary>Whether DaemonSet pods are left alone.</summary>
    public bool? IgnoreDaemonSets { get; init; }

    /// <summary>Whether pods without controller are evicted.</summary>
    public bool? Force { get; init; }

    /// <summary>A selector of the only pods that the drain looks at, as kubectl writes it.</summary>
    public string? PodSelector { get; init; }

    /// <summary>Whether pods are deleted instead of evicted.</summary>
    public bool? DisableEviction { get; init; }

    /// <summary><c>stop</c> or <c>continue</c>.</summary>
    public string? OnTimeout { get; init; }

    /// <summary>Between a drain's end and the uncordon.</summary>
    /// <value>Seconds, 0 or more.</value>
    public int? NodeWorkSeconds { get; init; }

    /// <summary>Whether a node is uncordoned after its work.</summary>
    public bool? UncordonAfter { get; init; }

    /// <summary>kured's options.</summary>
    public KuredDocument? Kured { get; init; }

    /// <summary>Kubespray's variables.</summary>
    public KubesprayDocument? Kubespray { get; init; }

    /// <summary>Cluster API's Machines.</summary>
    public ClusterApiDocument? ClusterApi { get; init; }

    /// <summary>The system-upgrade-controller's options.</summary>
    public SystemUpgradeControllerDocument? SystemUpgradeController { get; init; }

    /// <summary>Karpenter's options.</summary>
    public KarpenterDocument? Karpenter { get; init; }

    /// <summary>The cluster-autoscaler's options.</summary>
    public ClusterAutoscalerDocument? ClusterAutoscaler { get; init; }

    /// <summary>When the window opens, as RFC 3339.</summary>
    public string? WindowStart { get; init; }

    /// <summary>How long the window is, as <c>2h</c>.</summary>
    public string? WindowDuration { get; init; }

    /// <summary>Whether the plan has a window.</summary>
    public bool SaysWindow { get; init; }
}

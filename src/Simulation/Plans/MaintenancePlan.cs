namespace RiskAnalyzer.Simulation.Plans;

/// <summary>A maintenance with every default of its profile filled in.</summary>
public sealed record MaintenancePlan
{
    /// <summary>The name, for reports.</summary>
    public string Name { get; init; } = "";

    /// <summary>How the orchestrator behaves.</summary>
    public required OrchestratorProfile Profile { get; init; }

    /// <summary>The nodes to drain in their order.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>Nodes at a time.</summary>
    /// <value>1 or more.</value>
    public int Concurrency { get; init; } = 1;

    /// <summary>Whether several nodes at a time are drained by commands of their own, which know nothing of each other.</summary>
    public bool IsSideBySide => Concurrency > 1 && Profile is (OrchestratorProfile.Kubectl or OrchestratorProfile.RebootPlaybook);

    /// <summary>Whether no node starts any more once a drain has failed. Side by side nobody sees it: as with <c>xargs -P</c>, and as in recorded
    /// maintenances, all nodes get their turn.</summary>
    public bool StopsAtFailure => Drain.StopOnFailure && !IsSideBySide;

    /// <summary>How a node is drained.</summary>
    public required DrainSettings Drain { get; init; }

    /// <summary>Between the end of a node's drain and its uncordon.</summary>
    /// <value>Seconds, 0 or more.</value>
    public double NodeWorkSeconds { get; init; }

    /// <summary>Whether a node is uncordoned after its work.</summary>
    public bool UncordonAfter { get; init; } = true;

    /// <summary>kured's numbers; other profiles do not read them.</summary>
    public KuredSettings Kured { get; init; } = new();

    /// <summary>Kubespray's numbers; other profiles do not read them.</summary>
    public KubespraySettings Kubespray { get; init; } = new();

    /// <summary>Cluster API's numbers; other profiles do not read them.</summary>
    public ClusterApiSettings ClusterApi { get; init; } = new();

    /// <summary>The system-upgrade-controller's numbers; other profiles do not read them.</summary>
    public SystemUpgradeControllerSettings SystemUpgradeController { get; init; } = new();

    /// <summary>Karpenter's numbers; other profiles do not read them.</summary>
    public KarpenterSettings Karpenter { get; init; } = new();

    /// <summary>The cluster-autoscaler's numbers; other profiles do not read them.</summary>
    public ClusterAutoscalerSettings ClusterAutoscaler { get; init; } = new();

    /// <summary>When the window opens; null without a window.</summary>
    public DateTimeOffset? WindowStart { get; init; }

    /// <summary>How long the window is; null without one.</summary>
    /// <value>Seconds, above 0.</value>
    public double? WindowSeconds { get; init; }
}

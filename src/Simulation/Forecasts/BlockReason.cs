namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>Why a pod stays.</summary>
public enum BlockReason
{
    /// <summary>Its budget allows nothing now, because of its pods' state.</summary>
    BudgetExhausted,

    /// <summary>Its budget's own fields rule out every eviction.</summary>
    BudgetNeverAllows,

    /// <summary>Its budget keeps as many pods as there are to be.</summary>
    BudgetCoversAllReplicas,

    /// <summary>Its budget cannot count its pods, so it allows nothing.</summary>
    BudgetCannotCount,

    /// <summary>Several budgets select it, so that its eviction is an error.</summary>
    OverlappingBudgets,

    /// <summary>Its budget waits for a replacement that fits nowhere.</summary>
    ReplacementPending,

    /// <summary>It has no controller and the plan does not force.</summary>
    NoController,

    /// <summary>It has local data and the plan does not delete that.</summary>
    LocalStorage,

    /// <summary>A DaemonSet owns it and the plan does not ignore those, or its DaemonSet is gone.</summary>
    DaemonSet,

    /// <summary>A finalizer keeps its object.</summary>
    Finalizer,

    /// <summary>Its node does not answer, so that nobody confirms its end.</summary>
    NodeNotReady,

    /// <summary>It only needs longer than the timeout.</summary>
    StillTerminating,

    /// <summary>It comes back to the node again and again.</summary>
    ReturnsToNode,

    /// <summary>Its namespace is being deleted.</summary>
    NamespaceTerminating,

    /// <summary>It is to end by itself before its node goes, and nothing says when it will.</summary>
    WaitsForCompletion,

    /// <summary>The cluster-autoscaler does not remove a node that it is on.</summary>
    KeepsNode,
}

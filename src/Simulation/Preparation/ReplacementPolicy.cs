namespace RiskAnalyzer.Simulation.Preparation;

/// <summary>When a controller makes the replacement of a pod.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/controller/{replicaset,statefulset,job}.</remarks>
internal enum ReplacementPolicy
{
    /// <summary>When the deletion begins: ReplicaSet, ReplicationController, owners of unknown kind, and Job after its wait.</summary>
    AtDeletion,

    /// <summary>When the old object is gone, and every lower ordinal is available: StatefulSet OrderedReady.</summary>
    AfterEndInOrder,

    /// <summary>When the old object is gone: StatefulSet Parallel, and Job with podReplacementPolicy Failed.</summary>
    AfterEndInParallel,

    /// <summary>Never on another node: no controller, or a DaemonSet.</summary>
    Never,
}

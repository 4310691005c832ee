namespace RiskAnalyzer.Model.Resources;

/// <summary>The kinds of controllers that make pods.</summary>
public enum WorkloadKind
{
    /// <summary>apps Deployment.</summary>
    Deployment,

    /// <summary>apps StatefulSet.</summary>
    StatefulSet,

    /// <summary>apps DaemonSet.</summary>
    DaemonSet,

    /// <summary>apps ReplicaSet.</summary>
    ReplicaSet,

    /// <summary>core ReplicationController.</summary>
    ReplicationController,

    /// <summary>batch Job.</summary>
    Job,

    /// <summary>batch CronJob.</summary>
    CronJob,

    /// <summary>A controller of another kind (Argo Rollout, CloneSet, an operator's resource), known only from the pods that name it.</summary>
    Custom,
}

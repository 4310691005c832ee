namespace RiskAnalyzer.Model.Snapshots;

/// <summary>The kinds that a snapshot holds, for saying which of them were looked at.</summary>
[Flags]
public enum ResourceKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Nodes.</summary>
    Nodes = 1 << 0,

    /// <summary>Pods.</summary>
    Pods = 1 << 1,

    /// <summary>Deployments.</summary>
    Deployments = 1 << 2,

    /// <summary>ReplicaSets.</summary>
    ReplicaSets = 1 << 3,

    /// <summary>StatefulSets.</summary>
    StatefulSets = 1 << 4,

    /// <summary>DaemonSets.</summary>
    DaemonSets = 1 << 5,

    /// <summary>Jobs.</summary>
    Jobs = 1 << 6,

    /// <summary>CronJobs.</summary>
    CronJobs = 1 << 7,

    /// <summary>ReplicationControllers.</summary>
    ReplicationControllers = 1 << 8,

    /// <summary>PodDisruptionBudgets.</summary>
    PodDisruptionBudgets = 1 << 9,

    /// <summary>HorizontalPodAutoscalers.</summary>
    HorizontalPodAutoscalers = 1 << 10,

    /// <summary>KEDA ScaledObjects.</summary>
    ScaledObjects = 1 << 11,

    /// <summary>Services.</summary>
    Services = 1 << 12,

    /// <summary>Namespaces.</summary>
    Namespaces = 1 << 13,

    /// <summary>PersistentVolumeClaims.</summary>
    PersistentVolumeClaims = 1 << 14,

    /// <summary>PersistentVolumes.</summary>
    PersistentVolumes = 1 << 15,

    /// <summary>StorageClasses.</summary>
    StorageClasses = 1 << 16,

    /// <summary>CSINodes.</summary>
    CsiNodes = 1 << 17,

    /// <summary>VolumeAttachments.</summary>
    VolumeAttachments = 1 << 18,

    /// <summary>PriorityClasses.</summary>
    PriorityClasses = 1 << 19,

    /// <summary>ResourceQuotas.</summary>
    ResourceQuotas = 1 << 20,

    /// <summary>LimitRanges.</summary>
    LimitRanges = 1 << 21,

    /// <summary>Validating and mutating webhook configurations.</summary>
    WebhookConfigurations = 1 << 22,

    /// <summary>Every kind above.</summary>
    All = (1 << 23) - 1,
}

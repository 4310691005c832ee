using System.Collections.Immutable;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>The resources that rules and simulator read. This list is also the whole of the rights that they need.</summary>
public static class ApiResources
{
    /// <summary>All of them. Budgets and workloads come before the pods that they are about, so that few references dangle.</summary>
    public static ImmutableArray<ApiResource> All { get; } =
    [
        Cluster("", "namespaces", "Namespace", ResourceKinds.Namespaces),
        Cluster("", "nodes", "Node", ResourceKinds.Nodes),
        Namespaced("policy", "poddisruptionbudgets", "PodDisruptionBudget", ResourceKinds.PodDisruptionBudgets),
        Namespaced("apps", "deployments", "Deployment", ResourceKinds.Deployments),
        Namespaced("apps", "statefulsets", "StatefulSet", ResourceKinds.StatefulSets),
        Namespaced("apps", "daemonsets", "DaemonSet", ResourceKinds.DaemonSets),
        Namespaced("apps", "replicasets", "ReplicaSet", ResourceKinds.ReplicaSets),
        Namespaced("", "replicationcontrollers", "ReplicationController", ResourceKinds.ReplicationControllers),
        Namespaced("batch", "cronjobs", "CronJob", ResourceKinds.CronJobs),
        Namespaced("batch", "jobs", "Job", ResourceKinds.Jobs),
        Namespaced("", "pods", "Pod", ResourceKinds.Pods),
        Namespaced("autoscaling", "horizontalpodautoscalers", "HorizontalPodAutoscaler", ResourceKinds.HorizontalPodAutoscalers) with { Version = "v2" },
        Namespaced("keda.sh", "scaledobjects", "ScaledObject", ResourceKinds.ScaledObjects) with { Version = "v1alpha1", IsOptional = true },
        Namespaced("", "services", "Service", ResourceKinds.Services),
        Namespaced("", "persistentvolumeclaims", "PersistentVolumeClaim", ResourceKinds.PersistentVolumeClaims),
        Cluster("", "persistentvolumes", "PersistentVolume", ResourceKinds.PersistentVolumes),
        Cluster("storage.k8s.io", "storageclasses", "StorageClass", ResourceKinds.StorageClasses),
        Cluster("storage.k8s.io", "csinodes", "CSINode", ResourceKinds.CsiNodes),
        Cluster("storage.k8s.io", "volumeattachments", "VolumeAttachment", ResourceKinds.VolumeAttachments),
        Cluster("scheduling.k8s.io", "priorityclasses", "PriorityClass", ResourceKinds.PriorityClasses),
        Namespaced("", "resourcequotas", "ResourceQuota", ResourceKinds.ResourceQuotas),
        Namespaced("", "limitranges", "LimitRange", ResourceKinds.LimitRanges),
        Cluster("admissionregistration.k8s.io", "mutatingwebhookconfigurations", "MutatingWebhookConfiguration", ResourceKinds.WebhookConfigurations),
        Cluster("admissionregistration.k8s.io", "validatingwebhookconfigurations", "ValidatingWebhookConfiguration", ResourceKinds.WebhookConfigurations),
    ];

    private static ApiResource Namespaced(string group, string plural, string kind, ResourceKinds provides) =>
        new() { Group = group, Plural = plural, Kind = kind, Provides = provides };

    private static ApiResource Cluster(string group, string plural, string kind, ResourceKinds provides) =>
        Namespaced(group, plural, kind, provides) with { IsNamespaced = false };
}

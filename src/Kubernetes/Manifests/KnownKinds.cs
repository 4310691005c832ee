using System.Collections.Frozen;
using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>The kinds that a snapshot tells apart, by their names.</summary>
public static class KnownKinds
{
    private static readonly FrozenDictionary<string, ResourceKinds> ByKind = new Dictionary<string, ResourceKinds>(StringComparer.Ordinal)
    {
        ["Node"] = ResourceKinds.Nodes,
        ["Pod"] = ResourceKinds.Pods,
        ["Deployment"] = ResourceKinds.Deployments,
        ["ReplicaSet"] = ResourceKinds.ReplicaSets,
        ["StatefulSet"] = ResourceKinds.StatefulSets,
        ["DaemonSet"] = ResourceKinds.DaemonSets,
        ["Job"] = ResourceKinds.Jobs,
        ["CronJob"] = ResourceKinds.CronJobs,
        ["ReplicationController"] = ResourceKinds.ReplicationControllers,
        ["PodDisruptionBudget"] = ResourceKinds.PodDisruptionBudgets,
        ["HorizontalPodAutoscaler"] = ResourceKinds.HorizontalPodAutoscalers,
        ["ScaledObject"] = ResourceKinds.ScaledObjects,
        ["Service"] = ResourceKinds.Services,
        ["Namespace"] = ResourceKinds.Namespaces,
        ["PersistentVolumeClaim"] = ResourceKinds.PersistentVolumeClaims,
        ["PersistentVolume"] = ResourceKinds.PersistentVolumes,
        ["StorageClass"] = ResourceKinds.StorageClasses,
        ["CSINode"] = ResourceKinds.CsiNodes,
        ["VolumeAttachment"] = ResourceKinds.VolumeAttachments,
        ["PriorityClass"] = ResourceKinds.PriorityClasses,
        ["ResourceQuota"] = ResourceKinds.ResourceQuotas,
        ["LimitRange"] = ResourceKinds.LimitRanges,
        ["ValidatingWebhookConfiguration"] = ResourceKinds.WebhookConfigurations,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads kinds as a snapshot file lists them; names of other kinds are passed over.</summary>
    public static ResourceKinds Parse(string kinds) =>
        kinds.Split(',', StringSplitOptions.TrimEntries).Aggregate(ResourceKinds.None, (known, kind) => known | ByKind.GetValueOrDefault(kind));

    /// <summary>Writes kinds as a snapshot file lists them.</summary>
    public static string Format(ResourceKinds kinds) =>
        string.Join(',', ByKind.Where(pair => (kinds & pair.Value) != ResourceKinds.None).Select(pair => pair.Key).Order(StringComparer.Ordinal));

    /// <summary>The kind of which a typed list such as <c>PodList</c> shows all objects; none for other lists.</summary>
    public static ResourceKinds OfItems(ObjectType item) =>
        BuiltInKinds.IsBuiltInGroup(item.Group) || item.Group == "keda.sh" ? ByKind.GetValueOrDefault(item.Kind) : ResourceKinds.None;
}

using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Chooses the decoder of a kind.</summary>
internal static class ResourceDecoder
{
    /// <summary>Whether a kind of a group that is not built in is read all the same.</summary>
    public static bool IsRead(ObjectType type) => type is { Group: "keda.sh", Kind: "ScaledObject" };

    /// <summary>Reads the rest of an object whose header was read.</summary>
    public static IResource Read(ref JsonCursor json, ObjectType type, ObjectMeta metadata) => type.Group switch
    {
        "" => ReadCore(ref json, type, metadata),
        "apps" or "extensions" => Workload(type.Kind) is { } workload
            ? WorkloadDecoder.Read(ref json, type.ApiVersion, workload, metadata) : Other(type, metadata),
        "batch" => Job(type.Kind) is { } job ? WorkloadDecoder.Read(ref json, type.ApiVersion, job, metadata) : Other(type, metadata),
        "policy" when type.Kind == "PodDisruptionBudget" => BudgetDecoder.Read(ref json, type.ApiVersion, metadata),
        "autoscaling" when type.Kind == "HorizontalPodAutoscaler" => AutoscalerDecoder.Read(ref json, type.ApiVersion, type.Kind, metadata),
        "keda.sh" when type.Kind == "ScaledObject" => AutoscalerDecoder.Read(ref json, type.ApiVersion, type.Kind, metadata),
        "storage.k8s.io" => ReadStorage(ref json, type, metadata),
        "scheduling.k8s.io" when type.Kind == "PriorityClass" => PriorityClassDecoder.Read(ref json, type.ApiVersion, metadata),
        "admissionregistration.k8s.io" when type.Kind is "ValidatingWebhookConfiguration" or "MutatingWebhookConfiguration" =>
            WebhookDecoder.Read(ref json, type.ApiVersion, type.Kind, metadata),
        _ => Other(type, metadata),
    };

    private static IResource ReadCore(ref JsonCursor json, ObjectType type, ObjectMeta metadata) => type.Kind switch
    {
        "Pod" => PodDecoder.Read(ref json, metadata),
        "Node" => NodeDecoder.Read(ref json, metadata),
        "Namespace" => NamespaceDecoder.Read(ref json, metadata),
        "Service" => ServiceDecoder.Read(ref json, metadata),
        "PersistentVolumeClaim" => ClaimDecoder.Read(ref json, metadata),
        "PersistentVolume" => PersistentVolumeDecoder.Read(ref json, metadata),
        "ResourceQuota" => QuotaDecoder.Read(ref json, metadata),
        "LimitRange" => LimitRangeDecoder.Read(ref json, metadata),
        "ReplicationController" => WorkloadDecoder.Read(ref json, type.ApiVersion, WorkloadKind.ReplicationController, metadata),
        _ => Other(type, metadata),
    };

    private static IResource ReadStorage(ref JsonCursor json, ObjectType type, ObjectMeta metadata) => type.Kind switch
    {
        "StorageClass" => StorageClassDecoder.Read(ref json, type.ApiVersion, metadata),
        "CSINode" => CsiNodeDecoder.Read(ref json, type.ApiVersion, metadata),
        "VolumeAttachment" => VolumeAttachmentDecoder.Read(ref json, type.ApiVersion, metadata),
        _ => Other(type, metadata),
    };

    private static WorkloadKind? Workload(string kind) => kind switch
    {
        "Deployment" => WorkloadKind.Deployment,
        "StatefulSet" => WorkloadKind.StatefulSet,
        "DaemonSet" => WorkloadKind.DaemonSet,
        "ReplicaSet" => WorkloadKind.ReplicaSet,
        _ => null,
    };

    private static WorkloadKind? Job(string kind) => kind switch
    {
        "Job" => WorkloadKind.Job,
        "CronJob" => WorkloadKind.CronJob,
        _ => null,
    };

    private static OtherObject Other(ObjectType type, ObjectMeta metadata) => new() { ApiVersion = type.ApiVersion, Kind = type.Kind, Metadata = metadata };
}

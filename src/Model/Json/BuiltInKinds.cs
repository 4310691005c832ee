using System.Collections.Frozen;

namespace RiskAnalyzer.Model.Json;

/// <summary>What is known of the kinds that come with Kubernetes.</summary>
/// <remarks>Source: the API groups registered in kubernetes/kubernetes:pkg/controlplane/instance.go, and those removed since 1.16.</remarks>
public static class BuiltInKinds
{
    private static readonly FrozenSet<string> Groups = FrozenSet.Create(
        StringComparer.Ordinal,
        "", "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "apps", "auditregistration.k8s.io",
        "authentication.k8s.io", "authorization.k8s.io", "autoscaling", "batch", "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io",
        "events.k8s.io", "extensions", "flowcontrol.apiserver.k8s.io", "imagepolicy.k8s.io", "internal.apiserver.k8s.io", "networking.k8s.io",
        "node.k8s.io", "policy", "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io", "settings.k8s.io", "storage.k8s.io",
        "storagemigration.k8s.io");

    private static readonly FrozenSet<string> ClusterWide = FrozenSet.Create(
        StringComparer.Ordinal,
        "APIService", "CSIDriver", "CSINode", "CertificateSigningRequest", "ClusterRole", "ClusterRoleBinding", "ClusterTrustBundle",
        "ComponentStatus", "CustomResourceDefinition", "DeviceClass", "DeviceTaintRule", "FlowSchema", "IPAddress", "IngressClass",
        "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding", "MutatingWebhookConfiguration", "Namespace", "Node", "PersistentVolume",
        "PodSecurityPolicy", "PriorityClass", "PriorityLevelConfiguration", "ResourceSlice", "RuntimeClass", "SelfSubjectAccessReview",
        "SelfSubjectReview", "SelfSubjectRulesReview", "ServiceCIDR", "StorageClass", "StorageVersion", "StorageVersionMigration",
        "SubjectAccessReview", "TokenReview", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
        "ValidatingWebhookConfiguration", "VolumeAttachment", "VolumeAttributesClass");

    // There are many of these in a dump, they come and go by themselves, and no version of them is in anybody's manifests.
    private static readonly FrozenSet<string> Noise = FrozenSet.Create(
        StringComparer.Ordinal, "Event", "Lease", "Endpoints", "EndpointSlice", "ControllerRevision");

    // The kinds that rules are about and that people write without their group.
    private static readonly FrozenDictionary<string, string> Homes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Deployment"] = "apps/v1",
        ["StatefulSet"] = "apps/v1",
        ["DaemonSet"] = "apps/v1",
        ["ReplicaSet"] = "apps/v1",
        ["Job"] = "batch/v1",
        ["CronJob"] = "batch/v1",
        ["PodDisruptionBudget"] = "policy/v1",
        ["HorizontalPodAutoscaler"] = "autoscaling/v2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether Kubernetes itself has this API group.</summary>
    public static bool IsBuiltInGroup(string group) => Groups.Contains(group);

    /// <summary>The version that has a kind which is written with the core version v1 and is not there; null when nothing is wrong.</summary>
    public static string? RightVersionOf(ObjectType type) => type.Group.Length == 0 ? Homes.GetValueOrDefault(type.Kind) : null;

    /// <summary>Whether objects of a built-in kind belong to no namespace.</summary>
    public static bool IsClusterWide(string kind) => ClusterWide.Contains(kind);

    /// <summary>Whether it is <c>List</c> or a typed list such as <c>PodList</c>.</summary>
    public static bool IsList(ObjectType type) => IsBuiltInGroup(type.Group) && type.Kind.EndsWith("List", StringComparison.Ordinal);

    /// <summary>Whether objects of this kind are only counted.</summary>
    public static bool IsOnlyCounted(ObjectType type) => Noise.Contains(type.Kind) || !IsBuiltInGroup(type.Group);
}

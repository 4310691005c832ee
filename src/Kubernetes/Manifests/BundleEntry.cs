using System.Collections.Frozen;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>What the name of a file in a support bundle's <c>cluster-resources</c> folder says.</summary>
/// <param name="Assumed">The version and kind of the objects in it, for items that do not say them.</param>
/// <param name="HoldsErrors">Whether the collector wrote down there what it could not read.</param>
/// <param name="HoldsObjects">Whether there are objects of the API in it at all.</param>
/// <remarks>Source: replicatedhq/troubleshoot:pkg/constants/constants.go and pkg/collect/cluster_resources.go.</remarks>
internal sealed record BundleEntry(ObjectType Assumed, bool HoldsErrors, bool HoldsObjects)
{
    /// <summary>The folder's name.</summary>
    public const string Folder = "cluster-resources";

    private const string ErrorsSuffix = "-errors";

    private static readonly FrozenDictionary<string, ObjectType> Types = new Dictionary<string, ObjectType>(StringComparer.Ordinal)
    {
        ["namespaces"] = new("v1", "Namespace"),
        ["pods"] = new("v1", "Pod"),
        ["pod-disruption-budgets"] = new("policy/v1", "PodDisruptionBudget"),
        ["services"] = new("v1", "Service"),
        ["deployments"] = new("apps/v1", "Deployment"),
        ["replicasets"] = new("apps/v1", "ReplicaSet"),
        ["statefulsets"] = new("apps/v1", "StatefulSet"),
        ["daemonsets"] = new("apps/v1", "DaemonSet"),
        ["jobs"] = new("batch/v1", "Job"),
        ["cronjobs"] = new("batch/v1", "CronJob"),
        ["ingress"] = new("networking.k8s.io/v1", "Ingress"),
        ["ingress-classes"] = new("networking.k8s.io/v1", "IngressClass"),
        ["network-policy"] = new("networking.k8s.io/v1", "NetworkPolicy"),
        ["resource-quota"] = new("v1", "ResourceQuota"),
        ["limitranges"] = new("v1", "LimitRange"),
        ["storage-classes"] = new("storage.k8s.io/v1", "StorageClass"),
        ["volumeattachments"] = new("storage.k8s.io/v1", "VolumeAttachment"),
        ["custom-resource-definitions"] = new("apiextensions.k8s.io/v1", "CustomResourceDefinition"),
        ["nodes"] = new("v1", "Node"),
        ["events"] = new("v1", "Event"),
        ["endpoints"] = new("v1", "Endpoints"),
        ["endpointslices"] = new("discovery.k8s.io/v1", "EndpointSlice"),
        ["configmaps"] = new("v1", "ConfigMap"),
        ["serviceaccounts"] = new("v1", "ServiceAccount"),
        ["leases"] = new("coordination.k8s.io/v1", "Lease"),
        ["pvs"] = new("v1", "PersistentVolume"),
        ["pvcs"] = new("v1", "PersistentVolumeClaim"),
        ["roles"] = new("rbac.authorization.k8s.io/v1", "Role"),
        ["rolebindings"] = new("rbac.authorization.k8s.io/v1", "RoleBinding"),
        ["clusterroles"] = new("rbac.authorization.k8s.io/v1", "ClusterRole"),
        ["clusterrolebindings"] = new("rbac.authorization.k8s.io/v1", "ClusterRoleBinding"),
        ["priorityclasses"] = new("scheduling.k8s.io/v1", "PriorityClass"),
        ["certificatesigningrequests"] = new("certificates.k8s.io/v1", "CertificateSigningRequest"),
        ["validating-webhook-configurations"] = new("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration"),
        ["mutating-webhook-configurations"] = new("admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Lists of what may be asked for, and the names of secrets: nothing to be judged.
    private static readonly FrozenSet<string> OtherLists = FrozenSet.Create(
        StringComparer.Ordinal, "auth-cani-list", "groups", "resources", "image-pull-secrets", "license");

    /// <summary>Reads the path of a file from the folder on, such as <c>pods/default.json</c>; null when it says nothing.</summary>
    public static BundleEntry? Of(string path)
    {
        var parts = path.Split('/');
        var stem = parts[^1].Split('.')[0];
        if (stem.EndsWith(ErrorsSuffix, StringComparison.Ordinal))
        {
            return new(ObjectType.Unknown, HoldsErrors: true, HoldsObjects: false);
        }

        var name = parts.Length > 1 ? parts[0] : stem;
        return OtherLists.Contains(name) ? new(ObjectType.Unknown, false, HoldsObjects: false)
            : Types.TryGetValue(name, out var type) ? new(type, false, HoldsObjects: true)
            : null;
    }
}

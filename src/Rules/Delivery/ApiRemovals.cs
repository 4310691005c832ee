using System.Collections.Frozen;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Rules.Delivery;

/// <summary>Versions of built-in kinds that Kubernetes removed or plans to remove.</summary>
/// <remarks>
/// Sources: the lifecycle markers in kubernetes/api (zz_generated.prerelease-lifecycle.go, tags v0.15.12 to v0.37.0-beta.0), packages that
/// are absent from later tags, and https://kubernetes.io/docs/reference/using-api/deprecation-guide/. What is removed after 1.36 is planned
/// and may still move. Bodies of subresources and reviews, which nobody keeps in a manifest, are left out. Where the replacement was itself
/// removed, the last one of the chain is given.
/// </remarks>
internal static class ApiRemovals
{
    // First minor without it, the version, its replacement and the first minor with that, and the kinds; a dash where there is none.
    private const string Table = """
        1.16 apps/v1beta1 apps/v1 1.9 ControllerRevision Deployment StatefulSet
        1.16 apps/v1beta2 apps/v1 1.9 ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
        1.16 extensions/v1beta1 - - PodSecurityPolicy
        1.16 extensions/v1beta1 apps/v1 1.9 DaemonSet Deployment ReplicaSet
        1.16 extensions/v1beta1 networking.k8s.io/v1 1.7 NetworkPolicy
        1.17 scheduling.k8s.io/v1alpha1 scheduling.k8s.io/v1 1.14 PriorityClass
        1.19 auditregistration.k8s.io/v1alpha1 - - AuditSink
        1.20 settings.k8s.io/v1alpha1 - - PodPreset
        1.21 batch/v2alpha1 batch/v1 1.21 CronJob
        1.21 discovery.k8s.io/v1alpha1 discovery.k8s.io/v1 1.21 EndpointSlice
        1.21 flowcontrol.apiserver.k8s.io/v1alpha1 flowcontrol.apiserver.k8s.io/v1 1.29 FlowSchema
        1.21 flowcontrol.apiserver.k8s.io/v1alpha1 flowcontrol.apiserver.k8s.io/v1 1.29 PriorityLevelConfiguration
        1.22 admissionregistration.k8s.io/v1beta1 admissionregistration.k8s.io/v1 1.16 MutatingWebhookConfiguration
        1.22 admissionregistration.k8s.io/v1beta1 admissionregistration.k8s.io/v1 1.16 ValidatingWebhookConfiguration
        1.22 apiextensions.k8s.io/v1beta1 apiextensions.k8s.io/v1 1.16 CustomResourceDefinition
        1.22 apiregistration.k8s.io/v1beta1 apiregistration.k8s.io/v1 1.10 APIService
        1.22 certificates.k8s.io/v1beta1 certificates.k8s.io/v1 1.19 CertificateSigningRequest
        1.22 coordination.k8s.io/v1beta1 coordination.k8s.io/v1 1.14 Lease
        1.22 extensions/v1beta1 networking.k8s.io/v1 1.19 Ingress
        1.22 networking.k8s.io/v1beta1 networking.k8s.io/v1 1.19 Ingress IngressClass
        1.22 rbac.authorization.k8s.io/v1alpha1 rbac.authorization.k8s.io/v1 1.8 ClusterRole ClusterRoleBinding
        1.22 rbac.authorization.k8s.io/v1alpha1 rbac.authorization.k8s.io/v1 1.8 Role RoleBinding
        1.22 rbac.authorization.k8s.io/v1beta1 rbac.authorization.k8s.io/v1 1.8 ClusterRole ClusterRoleBinding
        1.22 rbac.authorization.k8s.io/v1beta1 rbac.authorization.k8s.io/v1 1.8 Role RoleBinding
        1.22 scheduling.k8s.io/v1beta1 scheduling.k8s.io/v1 1.14 PriorityClass
        1.22 storage.k8s.io/v1beta1 storage.k8s.io/v1 1.13 VolumeAttachment
        1.22 storage.k8s.io/v1beta1 storage.k8s.io/v1 1.17 CSINode
        1.22 storage.k8s.io/v1beta1 storage.k8s.io/v1 1.18 CSIDriver
        1.22 storage.k8s.io/v1beta1 storage.k8s.io/v1 1.6 StorageClass
        1.24 storage.k8s.io/v1alpha1 storage.k8s.io/v1 1.13 VolumeAttachment
        1.24 storage.k8s.io/v1alpha1 storage.k8s.io/v1 1.24 CSIStorageCapacity
        1.25 autoscaling/v2beta1 autoscaling/v2 1.23 HorizontalPodAutoscaler
        1.25 batch/v1beta1 batch/v1 1.21 CronJob
        1.25 discovery.k8s.io/v1beta1 discovery.k8s.io/v1 1.21 EndpointSlice
        1.25 events.k8s.io/v1beta1 events.k8s.io/v1 1.19 Event
        1.25 node.k8s.io/v1beta1 node.k8s.io/v1 1.20 RuntimeClass
        1.25 policy/v1beta1 - - PodSecurityPolicy
        1.25 policy/v1beta1 policy/v1 1.21 PodDisruptionBudget
        1.26 autoscaling/v2beta2 autoscaling/v2 1.23 HorizontalPodAutoscaler
        1.26 flowcontrol.apiserver.k8s.io/v1beta1 flowcontrol.apiserver.k8s.io/v1 1.29 FlowSchema
        1.26 flowcontrol.apiserver.k8s.io/v1beta1 flowcontrol.apiserver.k8s.io/v1 1.29 PriorityLevelConfiguration
        1.27 resource.k8s.io/v1alpha1 - - PodScheduling ResourceClass
        1.27 resource.k8s.io/v1alpha1 resource.k8s.io/v1 1.34 ResourceClaim ResourceClaimTemplate
        1.27 storage.k8s.io/v1beta1 storage.k8s.io/v1 1.24 CSIStorageCapacity
        1.29 flowcontrol.apiserver.k8s.io/v1beta2 flowcontrol.apiserver.k8s.io/v1 1.29 FlowSchema
        1.29 flowcontrol.apiserver.k8s.io/v1beta2 flowcontrol.apiserver.k8s.io/v1 1.29 PriorityLevelConfiguration
        1.29 networking.k8s.io/v1alpha1 - - ClusterCIDR
        1.31 resource.k8s.io/v1alpha2 - - PodSchedulingContext ResourceClaimParameters ResourceClass
        1.31 resource.k8s.io/v1alpha2 - - ResourceClassParameters
        1.31 resource.k8s.io/v1alpha2 resource.k8s.io/v1 1.34 ResourceClaim ResourceClaimTemplate ResourceSlice
        1.32 admissionregistration.k8s.io/v1alpha1 admissionregistration.k8s.io/v1 1.30 ValidatingAdmissionPolicy
        1.32 admissionregistration.k8s.io/v1alpha1 admissionregistration.k8s.io/v1 1.30 ValidatingAdmissionPolicyBinding
        1.32 coordination.k8s.io/v1alpha1 coordination.k8s.io/v1beta1 1.33 LeaseCandidate
        1.32 flowcontrol.apiserver.k8s.io/v1beta3 flowcontrol.apiserver.k8s.io/v1 1.29 FlowSchema
        1.32 flowcontrol.apiserver.k8s.io/v1beta3 flowcontrol.apiserver.k8s.io/v1 1.29 PriorityLevelConfiguration
        1.32 resource.k8s.io/v1alpha3 - - PodSchedulingContext
        1.33 networking.k8s.io/v1alpha1 networking.k8s.io/v1 1.33 IPAddress ServiceCIDR
        1.34 admissionregistration.k8s.io/v1beta1 admissionregistration.k8s.io/v1 1.30 ValidatingAdmissionPolicy
        1.34 admissionregistration.k8s.io/v1beta1 admissionregistration.k8s.io/v1 1.30 ValidatingAdmissionPolicyBinding
        1.34 resource.k8s.io/v1alpha3 resource.k8s.io/v1 1.34 DeviceClass ResourceClaim ResourceClaimTemplate
        1.34 resource.k8s.io/v1alpha3 resource.k8s.io/v1 1.34 ResourceSlice
        1.35 certificates.k8s.io/v1alpha1 certificates.k8s.io/v1beta1 1.35 PodCertificateRequest
        1.35 storage.k8s.io/v1alpha1 storage.k8s.io/v1 1.34 VolumeAttributesClass
        1.35 storagemigration.k8s.io/v1alpha1 storagemigration.k8s.io/v1 1.37 StorageVersionMigration
        1.36 scheduling.k8s.io/v1alpha1 scheduling.k8s.io/v1alpha3 1.37 Workload
        1.37 certificates.k8s.io/v1alpha1 certificates.k8s.io/v1 1.37 ClusterTrustBundle
        1.37 networking.k8s.io/v1beta1 networking.k8s.io/v1 1.33 IPAddress ServiceCIDR
        1.37 scheduling.k8s.io/v1alpha2 scheduling.k8s.io/v1alpha3 1.37 PodGroup Workload
        1.37 storage.k8s.io/v1beta1 storage.k8s.io/v1 1.34 VolumeAttributesClass
        1.38 admissionregistration.k8s.io/v1alpha1 admissionregistration.k8s.io/v1 1.36 MutatingAdmissionPolicy
        1.38 admissionregistration.k8s.io/v1alpha1 admissionregistration.k8s.io/v1 1.36 MutatingAdmissionPolicyBinding
        1.38 coordination.k8s.io/v1alpha2 coordination.k8s.io/v1beta1 1.33 LeaseCandidate
        1.38 resource.k8s.io/v1beta1 resource.k8s.io/v1 1.34 DeviceClass ResourceClaim ResourceClaimTemplate
        1.38 resource.k8s.io/v1beta1 resource.k8s.io/v1 1.34 ResourceSlice
        1.39 coordination.k8s.io/v1beta1 - - LeaseCandidate
        1.39 resource.k8s.io/v1alpha3 resource.k8s.io/v1 1.37 DeviceTaintRule
        1.39 resource.k8s.io/v1beta2 resource.k8s.io/v1 1.34 DeviceClass ResourceClaim ResourceClaimTemplate
        1.39 resource.k8s.io/v1beta2 resource.k8s.io/v1 1.34 ResourceSlice
        1.40 admissionregistration.k8s.io/v1beta1 admissionregistration.k8s.io/v1 1.36 MutatingAdmissionPolicy
        1.40 admissionregistration.k8s.io/v1beta1 admissionregistration.k8s.io/v1 1.36 MutatingAdmissionPolicyBinding
        1.40 certificates.k8s.io/v1beta1 certificates.k8s.io/v1 1.37 ClusterTrustBundle
        1.40 storagemigration.k8s.io/v1beta1 storagemigration.k8s.io/v1 1.37 StorageVersionMigration
        1.41 certificates.k8s.io/v1beta1 - - PodCertificateRequest
        1.42 resource.k8s.io/v1alpha3 - - ResourcePoolStatusRequest
        1.42 resource.k8s.io/v1beta2 resource.k8s.io/v1 1.37 DeviceTaintRule
        """;

    private static readonly FrozenDictionary<(string ApiVersion, string Kind), ApiRemoval> ByKind =
        Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Read)
            .ToFrozenDictionary(row => (row.ApiVersion, row.Kind));

    /// <summary>The removal of a version of a kind; null when none is known.</summary>
    public static ApiRemoval? Find(string apiVersion, string kind) => ByKind.GetValueOrDefault((apiVersion, kind));

    private static IEnumerable<ApiRemoval> Read(string line)
    {
        var words = line.Split(' ');
        var replacement = words[2] == "-" ? null : words[2];
        return words[4..].Select(kind => new ApiRemoval(
            words[1], kind, MinorVersion.TryParse(words[0])!.Value, replacement, MinorVersion.TryParse(words[3]), NoteOn(words[1], kind)));
    }

    private static string? NoteOn(string apiVersion, string kind) => (apiVersion, kind) switch
    {
        (_, "CertificateSigningRequest") => "spec.signerName and spec.usages are required there",
        (_, "CustomResourceDefinition") => "a structural schema is required there",
        (_, "Ingress") => "backends are written differently there and pathType is required",
        (_, "PodDisruptionBudget") => "an empty selector selects nothing in v1beta1 and every pod of the namespace in v1",
        (_, "PodSecurityPolicy") => "Pod Security Admission or a policy engine takes its place",
        ("scheduling.k8s.io/v1alpha1", "PriorityClass") or ("rbac.authorization.k8s.io/v1alpha1", _) =>
            "the release is known from a third-party list only",
        _ => null,
    };
}

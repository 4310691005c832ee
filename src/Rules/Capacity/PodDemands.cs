using System.Runtime.CompilerServices;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Says of pods what they ask of a node, where that is little.</summary>
internal sealed class PodDemands
{
    private readonly ClusterSnapshot _cluster;
    private readonly HashSet<string> _avoidByHost = new(StringComparer.Ordinal);
    private readonly HashSet<string> _avoidOtherwise = new(StringComparer.Ordinal);
    private readonly Dictionary<(PodSpec Pod, PodSpec? Template), bool> _isUsual = new(new SameInstances());
    private readonly bool _avoidAcrossNamespaces;

    /// <summary>Looks which pods keep others away.</summary>
    public PodDemands(ClusterSnapshot cluster)
    {
        _cluster = cluster;
        foreach (var pod in cluster.Pods)
        {
            foreach (var term in pod.Spec.Affinity?.RequiredPodAntiAffinity ?? [])
            {
                _avoidAcrossNamespaces |= !IsOfOwnNamespace(term);
                _ = (IsByHost(term) ? _avoidByHost : _avoidOtherwise).Add(pod.Namespace);
            }
        }
    }

    /// <summary>What a pod asks for; null where it takes a scheduler to tell.</summary>
    public PodDemand? Of(Pod pod)
    {
        var template = pod.Metadata.Controller is { } owner ? _cluster.InNamespace(pod.Namespace).FindController(owner.Kind, owner.Name)?.Template.Spec : null;
        if (_avoidAcrossNamespaces || _avoidOtherwise.Contains(pod.Namespace))
        {
            return null;
        }

        if (!_isUsual.TryGetValue((pod.Spec, template), out var isUsual))
        {
            _isUsual[(pod.Spec, template)] = isUsual = IsUsual(pod.Spec) && (template is null || RequestsAs(template, pod.Spec));
        }

        var isByHost = _avoidByHost.Contains(pod.Namespace) || pod.Spec.TopologySpreadConstraints.Any(constraint => constraint.IsHard);
        return isUsual ? new(NodeEligibility.IsRestricted(pod.Spec) ? pod.Spec : null, isByHost ? pod.Namespace : null) : null;
    }

    private static bool IsUsual(PodSpec spec) =>
        spec is { IsGated: false, SchedulerName: PodSpec.DefaultScheduler, ResourceClaims.IsEmpty: true }
        && (spec.Affinity?.RequiredPodAffinity ?? []).IsEmpty
        && spec.TopologySpreadConstraints.All(constraint => !constraint.IsHard || constraint.TopologyKey == NodeLabels.Hostname)
        && spec.Volumes.All(volume => volume.Kind is VolumeKind.EmptyDir or VolumeKind.EmptyDirInMemory or VolumeKind.HostPath)
        && spec.Containers.All(container => container.HostPorts.IsEmpty) && spec.InitContainers.All(container => container.HostPorts.IsEmpty);

    // A replacement requests what the template says; after a resize, or in a rollout, that is not what the pod has.
    private static bool RequestsAs(PodSpec template, PodSpec pod) =>
        template.Containers.Concat(template.InitContainers).All(written =>
            pod.Containers.Concat(pod.InitContainers).All(container => container.Name != written.Name || container.Requests.Equals(written.Requests)));

    private static bool IsOfOwnNamespace(PodAffinityTerm term) => term is { Namespaces.IsEmpty: true, NamespaceSelector: null };

    private static bool IsByHost(PodAffinityTerm term) => term.TopologyKey == NodeLabels.Hostname;

    private sealed class SameInstances : IEqualityComparer<(PodSpec Pod, PodSpec? Template)>
    {
        public bool Equals((PodSpec Pod, PodSpec? Template) x, (PodSpec Pod, PodSpec? Template) y) =>
            ReferenceEquals(x.Pod, y.Pod) && ReferenceEquals(x.Template, y.Template);

        public int GetHashCode((PodSpec Pod, PodSpec? Template) obj) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Pod), RuntimeHelpers.GetHashCode(obj.Template));
    }
}

using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>Collects objects in any order, then sorts and freezes them. Of two objects with one name the later one wins.</summary>
public sealed class SnapshotBuilder
{
    private readonly Dictionary<string, NamespaceBuilder> _namespaces = new(StringComparer.Ordinal);
    private readonly List<Node> _nodes = [];
    private readonly List<PersistentVolume> _volumes = [];
    private readonly List<StorageClass> _storageClasses = [];
    private readonly List<CsiNode> _csiNodes = [];
    private readonly List<VolumeAttachment> _attachments = [];
    private readonly List<PriorityClass> _priorityClasses = [];
    private readonly List<WebhookConfiguration> _webhooks = [];
    private readonly List<OtherObject> _others = [];
    private readonly List<LoadProblem> _problems = [];
    private readonly SortedDictionary<string, int> _passedOver = new(StringComparer.Ordinal);
    private ResourceKinds _known;

    /// <summary>Whether nothing at all was added, not even a problem.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Adds an object; its kind counts as looked at from then on.</summary>
    public void Add(IResource resource)
    {
        IsEmpty = false;
        _known |= KindOf(resource);
        switch (resource)
        {
            case Node node: _nodes.Add(node); break;
            case PersistentVolume volume: _volumes.Add(volume); break;
            case StorageClass storageClass: _storageClasses.Add(storageClass); break;
            case CsiNode csiNode: _csiNodes.Add(csiNode); break;
            case VolumeAttachment attachment: _attachments.Add(attachment); break;
            case PriorityClass priorityClass: _priorityClasses.Add(priorityClass); break;
            case WebhookConfiguration webhook: _webhooks.Add(webhook); break;
            case OtherObject other: _others.Add(other); break;
            case KubernetesNamespace self: InNamespace(self.Metadata.Name).Object = self; break;
            default: InNamespace(resource.Metadata.Namespace ?? "").Add(resource); break;
        }
    }

    /// <summary>Says that these kinds were looked at, even if no object of them was found.</summary>
    public void MarkKnown(ResourceKinds kinds) => _known |= kinds;

    /// <summary>Adds something that could not be read.</summary>
    public void Add(LoadProblem problem)
    {
        IsEmpty = false;
        _problems.Add(problem);
    }

    /// <summary>Counts a custom resource that is passed over.</summary>
    public void PassOver(string kindAndGroup)
    {
        IsEmpty = false;
        _passedOver[kindAndGroup] = _passedOver.GetValueOrDefault(kindAndGroup) + 1;
    }

    /// <summary>Sorts and freezes what was added.</summary>
    public ClusterSnapshot Build(DateTimeOffset capturedAt, string? serverVersion = null) => new()
    {
        CapturedAt = capturedAt,
        Known = _known,
        ServerVersion = serverVersion,
        Nodes = NamespaceBuilder.ByName(_nodes),
        Namespaces = _namespaces.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Build(pair.Key), StringComparer.Ordinal),
        PersistentVolumes = NamespaceBuilder.ByName(_volumes),
        StorageClasses = NamespaceBuilder.ByName(_storageClasses),
        CsiNodes = NamespaceBuilder.ByName(_csiNodes),
        VolumeAttachments = NamespaceBuilder.ByName(_attachments),
        PriorityClasses = NamespaceBuilder.ByName(_priorityClasses),
        WebhookConfigurations = NamespaceBuilder.ByName(_webhooks),
        Others = [.. _others.OrderBy(other => other.Reference)],
        PassedOver = _passedOver.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Problems = [.. _problems],
    };

    private static ResourceKinds KindOf(IResource resource) => resource switch
    {
        Pod => ResourceKinds.Pods,
        Node => ResourceKinds.Nodes,
        Workload { Type: WorkloadKind.Deployment } => ResourceKinds.Deployments,
        Workload { Type: WorkloadKind.ReplicaSet } => ResourceKinds.ReplicaSets,
        Workload { Type: WorkloadKind.StatefulSet } => ResourceKinds.StatefulSets,
        Workload { Type: WorkloadKind.DaemonSet } => ResourceKinds.DaemonSets,
        Workload { Type: WorkloadKind.Job } => ResourceKinds.Jobs,
        Workload { Type: WorkloadKind.CronJob } => ResourceKinds.CronJobs,
        Workload { Type: WorkloadKind.ReplicationController } => ResourceKinds.ReplicationControllers,
        PodDisruptionBudget => ResourceKinds.PodDisruptionBudgets,
        Autoscaler { IsScaledObject: true } => ResourceKinds.ScaledObjects,
        Autoscaler => ResourceKinds.HorizontalPodAutoscalers,
        Service => ResourceKinds.Services,
        KubernetesNamespace => ResourceKinds.Namespaces,
        PersistentVolumeClaim => ResourceKinds.PersistentVolumeClaims,
        PersistentVolume => ResourceKinds.PersistentVolumes,
        StorageClass => ResourceKinds.StorageClasses,
        CsiNode => ResourceKinds.CsiNodes,
        VolumeAttachment => ResourceKinds.VolumeAttachments,
        PriorityClass => ResourceKinds.PriorityClasses,
        ResourceQuota => ResourceKinds.ResourceQuotas,
        LimitRange => ResourceKinds.LimitRanges,
        WebhookConfiguration => ResourceKinds.WebhookConfigurations,
        _ => ResourceKinds.None,
    };

    private NamespaceBuilder InNamespace(string name)
    {
        if (!_namespaces.TryGetValue(name, out var builder))
        {
            _namespaces[name] = builder = new();
        }

        return builder;
    }
}

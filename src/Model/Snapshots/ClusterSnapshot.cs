using System.Collections.Frozen;
using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>A cluster at one instant. Nothing in it changes, and nothing is fetched after it was made.</summary>
public sealed class ClusterSnapshot
{
    private static readonly ImmutableSortedDictionary<string, NamespaceSnapshot> NoNamespaces = ImmutableSortedDictionary.Create<string, NamespaceSnapshot>(StringComparer.Ordinal);
    private static readonly ImmutableSortedDictionary<string, int> NothingPassedOver = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    private readonly Lazy<FrozenDictionary<string, ImmutableArray<Pod>>> _podsByNode;
    private readonly NamespaceSnapshot? _changed;
    private ImmutableSortedDictionary<string, NamespaceSnapshot> _namespaces = NoNamespaces;
    private bool _isChangeListed;

    /// <summary>Makes an empty cluster; use <see cref="SnapshotBuilder"/> to fill one.</summary>
    public ClusterSnapshot()
        : this(null, null)
    {
    }

    private ClusterSnapshot(Lazy<FrozenDictionary<string, ImmutableArray<Pod>>>? podsByNode, NamespaceSnapshot? changed) =>
        (_podsByNode, _changed) = (podsByNode ?? new(IndexPodsByNode), changed);

    /// <summary>When the cluster looked like this; "today" for everything that expires.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>The kinds that were looked at. An empty list of another kind means unknown, not none.</summary>
    public ResourceKinds Known { get; init; }

    /// <summary>The API server's version as major.minor, for example <c>1.36</c>; null when unknown.</summary>
    public string? ServerVersion { get; init; }

    /// <summary>Nodes by name; empty for bare manifests.</summary>
    public ImmutableArray<Node> Nodes { get; init; } = [];

    /// <summary>Namespaces by name, each with what it holds.</summary>
    /// <remarks>Of a cluster that differs in one namespace the list is made when somebody wants it; a review asks for that namespace only.</remarks>
    public ImmutableSortedDictionary<string, NamespaceSnapshot> Namespaces
    {
        get
        {
            if (_changed is { } changed && !Volatile.Read(ref _isChangeListed))
            {
                // Whoever comes second makes the same list.
                _namespaces = _namespaces.SetItem(changed.Name, changed);
                Volatile.Write(ref _isChangeListed, true);
            }

            return _namespaces;
        }
        init => _namespaces = value;
    }

    /// <summary>Volumes by name.</summary>
    public ImmutableArray<PersistentVolume> PersistentVolumes { get; init; } = [];

    /// <summary>Storage classes by name.</summary>
    public ImmutableArray<StorageClass> StorageClasses { get; init; } = [];

    /// <summary>CSI nodes by name.</summary>
    public ImmutableArray<CsiNode> CsiNodes { get; init; } = [];

    /// <summary>Volume attachments by name.</summary>
    public ImmutableArray<VolumeAttachment> VolumeAttachments { get; init; } = [];

    /// <summary>Priority classes by name.</summary>
    public ImmutableArray<PriorityClass> PriorityClasses { get; init; } = [];

    /// <summary>Webhook configurations by kind and name.</summary>
    public ImmutableArray<WebhookConfiguration> WebhookConfigurations { get; init; } = [];

    /// <summary>Objects of built-in API groups that no rule reads in full, sorted by reference.</summary>
    public ImmutableArray<OtherObject> Others { get; init; } = [];

    /// <summary>How many custom resources were passed over, by <c>Kind.group</c>.</summary>
    public ImmutableSortedDictionary<string, int> PassedOver { get; init; } = NothingPassedOver;

    /// <summary>What could not be read.</summary>
    public ImmutableArray<LoadProblem> Problems { get; init; } = [];

    /// <summary>All pods, by namespace and name.</summary>
    public IEnumerable<Pod> Pods => Namespaces.Values.SelectMany(n => n.Pods);

    /// <summary>All topmost workloads, by namespace, kind and name.</summary>
    public IEnumerable<Workload> Workloads => Namespaces.Values.SelectMany(n => n.Workloads);

    /// <summary>All budgets, by namespace and name.</summary>
    public IEnumerable<PodDisruptionBudget> Budgets => Namespaces.Values.SelectMany(n => n.Budgets);

    /// <summary>The contents of a namespace; an empty one when nothing of it was read.</summary>
    public NamespaceSnapshot InNamespace(string? name) =>
        _changed is { } changed && changed.Name == (name ?? "") ? changed
        : _namespaces.TryGetValue(name ?? "", out var found) ? found
        : new NamespaceSnapshot { Name = name ?? "" };

    /// <summary>The pods bound to a node, by namespace and name, finished ones included.</summary>
    public ImmutableArray<Pod> PodsOn(string nodeName) => _podsByNode.Value.TryGetValue(nodeName, out var pods) ? pods : [];

    /// <summary>The topmost workload of a pod; null for a pod without controller.</summary>
    public Workload? WorkloadOf(Pod pod) => InNamespace(pod.Metadata.Namespace).WorkloadOf(pod);

    /// <summary>A node by name; null when it was not read.</summary>
    public Node? FindNode(string name) => Sorted.Find(Nodes, name);

    /// <summary>A volume by name; null when it was not read.</summary>
    public PersistentVolume? FindVolume(string name) => Sorted.Find(PersistentVolumes, name);

    /// <summary>Whether all of these kinds were looked at.</summary>
    public bool Knows(ResourceKinds kinds) => (Known & kinds) == kinds;

    /// <summary>The same cluster with a node, pod, controller, budget or autoscaler, in place of the one of its kind and name if there is one.</summary>
    public ClusterSnapshot With(IResource resource) => resource is Node node
        ? With(new Listing<Node>(Nodes).With(node).Items, CsiNodes)
        : Changed(resource, InNamespace(resource.Metadata.Namespace).With(resource));

    /// <summary>The same cluster without a pod, controller, budget or autoscaler.</summary>
    public ClusterSnapshot Without(IResource resource) => Changed(resource, InNamespace(resource.Metadata.Namespace).Without(resource));

    /// <summary>The same cluster with other contents of one namespace.</summary>
    public ClusterSnapshot With(NamespaceSnapshot contents) => With(Nodes, CsiNodes, null, contents);

    // Whatever is not a pod leaves the pods where they are.
    private ClusterSnapshot Changed(IResource resource, NamespaceSnapshot contents) =>
        With(Nodes, CsiNodes, resource is Pod ? null : _podsByNode, contents);

    /// <summary>The same cluster with other nodes, both lists by name.</summary>
    public ClusterSnapshot With(ImmutableArray<Node> nodes, ImmutableArray<CsiNode> csiNodes) => With(nodes, csiNodes, _podsByNode, null);

    private ClusterSnapshot With(
        ImmutableArray<Node> nodes, ImmutableArray<CsiNode> csiNodes, Lazy<FrozenDictionary<string, ImmutableArray<Pod>>>? podsByNode,
        NamespaceSnapshot? changed) => new(podsByNode, changed)
        {
            CapturedAt = CapturedAt,
            Known = Known,
            ServerVersion = ServerVersion,
            Nodes = nodes,
            Namespaces = Namespaces,
            PersistentVolumes = PersistentVolumes,
            StorageClasses = StorageClasses,
            CsiNodes = csiNodes,
            VolumeAttachments = VolumeAttachments,
            PriorityClasses = PriorityClasses,
            WebhookConfigurations = WebhookConfigurations,
            Others = Others,
            PassedOver = PassedOver,
            Problems = Problems,
        };

    private FrozenDictionary<string, ImmutableArray<Pod>> IndexPodsByNode() =>
        Pods.Where(pod => pod.NodeName is not null)
            .GroupBy(pod => pod.NodeName!, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
}

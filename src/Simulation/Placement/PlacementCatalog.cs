using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Placement.Indexing;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Everything about placement that does not change during a simulation: nodes and the shapes of all pods. Shared by all runs.</summary>
public sealed class PlacementCatalog
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly ShapeCatalog _shapes;
    private readonly Lazy<PlacementIndex> _index;
    private readonly Lazy<SchedulerState> _withPods;

    /// <summary>Reads a cluster.</summary>
    public PlacementCatalog(ClusterSnapshot snapshot, SchedulerSettings settings)
    {
        Snapshot = snapshot;
        Settings = settings;
        Nodes = NodeOrder.Interleave(snapshot.Nodes);
        KubernetesMinor = settings.KubernetesMinor ?? KubernetesVersion.MinorOf(snapshot);
        for (var i = 0; i < Nodes.Length; i++)
        {
            _indexes[Nodes[i].Metadata.Name] = i;
        }

        _shapes = new(snapshot, settings);
        LowestPriority = _shapes.All.Count == 0 ? 0 : _shapes.All.Min(shape => shape.Priority);
        Unknowns = [.. FindUnknowns().Order(StringComparer.Ordinal)];
        _index = new(() => IndexBuilder.Build(this));
        _withPods = new(BindPods);
    }

    /// <summary>How many nodes the snapshot has.</summary>
    public int NodeCount => Nodes.Length;

    /// <summary>Inputs that were missing and make some answers unknown, in words.</summary>
    public IReadOnlyList<string> Unknowns { get; }

    /// <summary>The minor version of Kubernetes 1.x whose scores are used.</summary>
    public int KubernetesMinor { get; }

    /// <summary>How the scheduler is configured.</summary>
    public SchedulerSettings Settings { get; }

    internal ClusterSnapshot Snapshot { get; }

    internal ImmutableArray<Node> Nodes { get; }

    /// <summary>The lowest priority of any pod; nothing below it can be preempted.</summary>
    internal int LowestPriority { get; }

    internal IReadOnlyList<PodShape> Shapes => _shapes.All;

    /// <summary>The shapes and nodes as numbers; made when the first pod is placed.</summary>
    internal PlacementIndex Index => _index.Value;

    /// <summary>The pods of the snapshot on their nodes, for runs to copy; nobody changes it.</summary>
    internal SchedulerState WithPods => _withPods.Value;

    /// <summary>The index of a node; -1 when the snapshot does not have it.</summary>
    public int IndexOf(string nodeName) => _indexes.GetValueOrDefault(nodeName, -1);

    /// <summary>The name of a node of the snapshot.</summary>
    public string NodeName(int index) => Nodes[index].Metadata.Name;

    /// <summary>A pod of the snapshot as it is: on its node with a resize under way, or waiting to be placed.</summary>
    public PodShape ShapeOf(Pod pod) => _shapes.Find(ShapeCatalog.Existing(pod));

    /// <summary>What the controller of a pod of the snapshot will create in its place.</summary>
    public PodShape ReplacementShapeOf(Pod pod) => _shapes.Find(_shapes.Replacement(pod));

    /// <summary>A new pod of a controller of the snapshot, from its template.</summary>
    public PodShape ShapeOf(Workload workload) => _shapes.Find(ShapeCatalog.Template(workload));

    private SchedulerState BindPods()
    {
        var state = new SchedulerState(this);
        foreach (var pod in Snapshot.Pods.Where(pod => pod.NodeName is not null && !pod.IsFinished))
        {
            var node = IndexOf(pod.NodeName!);
            if (node >= 0)
            {
                var shape = ShapeOf(pod);
                state.Bind(shape, node);
                if (pod.IsTerminating)
                {
                    state.MarkTerminating(shape, node);
                }
            }
        }

        return state;
    }

    private IEnumerable<string> FindUnknowns()
    {
        foreach (var node in Nodes.Where(node => node.Allocatable is null))
        {
            yield return $"node {node.Metadata.Name} does not say what is allocatable";
        }

        foreach (var reason in _shapes.All.SelectMany(shape => shape.Unknowns.Concat(shape.Uncertainties)).Distinct(StringComparer.Ordinal))
        {
            yield return reason;
        }
    }
}

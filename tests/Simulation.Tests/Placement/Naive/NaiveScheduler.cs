using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Tests.Placement.Naive;

/// <summary>Which pods occupy which nodes at one moment of one run, and where the scheduler would put the next one.</summary>
/// <remarks>Not safe for several threads; make one for each run, which is cheap.</remarks>
internal sealed class NaiveScheduler
{
    private readonly PlacementCatalog _catalog;
    private readonly List<NaiveNode> _nodes;
    private readonly NaiveFilters _filters;
    private readonly List<(PodShape Shape, int Node)> _nominated = [];

    /// <summary>Starts with the nodes as in the snapshot, cordons and taints included, and no pods.</summary>
    public NaiveScheduler(PlacementCatalog catalog)
        : this(catalog, [.. catalog.Nodes.Select(node => Read(catalog, node))])
    {
    }

    private NaiveScheduler(PlacementCatalog catalog, List<NaiveNode> nodes)
    {
        (_catalog, _nodes) = (catalog, nodes);
        _filters = new(catalog, nodes);
    }

    /// <summary>How many nodes there are or were: indexes run from 0 to one below.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>Starts with every pod of the snapshot that is bound and has not finished; terminating ones as terminating.</summary>
    public static NaiveScheduler WithPods(PlacementCatalog catalog)
    {
        var state = new NaiveScheduler(catalog);
        foreach (var pod in catalog.Snapshot.Pods.Where(pod => pod.NodeName is not null && !pod.IsFinished))
        {
            var node = catalog.IndexOf(pod.NodeName!);
            if (node >= 0)
            {
                var shape = catalog.ShapeOf(pod);
                state.Bind(shape, node);
                if (pod.IsTerminating)
                {
                    state.MarkTerminating(shape, node);
                }
            }
        }

        return state;
    }

    /// <summary>A copy that goes its own way.</summary>
    public NaiveScheduler Fork()
    {
        var fork = new NaiveScheduler(_catalog, [.. _nodes.Select(node => node.Copy())]);
        fork._nominated.AddRange(_nominated);
        return fork;
    }

    /// <summary>The name of a node.</summary>
    public string NodeName(int node) => _nodes[node].Name;

    /// <summary>Puts a pod on a node; it counts at once.</summary>
    public void Bind(PodShape shape, int node) => _nodes[node].Pods.Add((shape, false));

    /// <summary>The pod's deletion began: it no longer counts for topology spread, but keeps everything else.</summary>
    public void MarkTerminating(PodShape shape, int node)
    {
        Remove(shape, node, wasTerminating: false);
        _nodes[node].Pods.Add((shape, true));
    }

    /// <summary>The pod is gone or has finished.</summary>
    public void Remove(PodShape shape, int node, bool wasTerminating)
    {
        if (!_nodes[node].Pods.Remove((shape, wasTerminating)))
        {
            throw new InvalidOperationException($"no such pod of {shape.Namespace} on {_nodes[node].Name}");
        }

        foreach (var volume in shape.Volumes.CsiVolumes)
        {
            _nodes[node].Attached.Remove(volume);
        }
    }

    /// <summary>Cordons a node: the flag, and the taint that follows it.</summary>
    public void Cordon(int node)
    {
        Uncordon(node);
        _nodes[node].Unschedulable = true;
        _nodes[node].Taints.Add(Taint.Cordoned);
    }

    /// <summary>Uncordons a node.</summary>
    public void Uncordon(int node)
    {
        _nodes[node].Unschedulable = false;
        _nodes[node].Taints.RemoveAll(taint => taint.Key == Taint.Cordoned.Key);
    }

    /// <summary>Whether a node is cordoned.</summary>
    public bool IsCordoned(int node) => _nodes[node].Unschedulable;

    /// <summary>The node object is deleted; it is no longer a domain of any spread. Its pods are the caller's to remove.</summary>
    public void RemoveNode(int node) => _nodes[node].IsRemoved = true;

    /// <summary>A new empty, ready node joins that resembles another but for its name.</summary>
    /// <returns>Its index.</returns>
    public int AddNodeLike(int node, string newName)
    {
        var like = _nodes[node];
        var labels = LabelSet.Of(like.Labels.Append(KeyValuePair.Create(NodeLabels.Hostname, newName)));
        _nodes.Add(new(like.Node with { Images = [], Unschedulable = false, Taints = [] }, newName, labels)
        {
            CsiLimits = like.CsiLimits,
            Taints = [.. _catalog.Nodes.First(n => n == like.Node || n.Metadata.Name == like.Node.Metadata.Name).Taints.Where(taint => !taint.ComesAndGoes)],
        });
        return _nodes.Count - 1;
    }

    /// <summary>Reserves the room that preemption makes on a node for a waiting pod.</summary>
    public void Nominate(PodShape shape, int node) => _nominated.Add((shape, node));

    /// <summary>Drops such a reservation.</summary>
    public void Denominate(PodShape shape, int node) => _nominated.Remove((shape, node));

    /// <summary>Finds the node that a pod would be put on; does not put it there.</summary>
    /// <param name="shape">The pod.</param>
    /// <param name="tieSeed">Stands for the pod and the run: draws lots among equal nodes, and the part of a large cluster that is looked at.</param>
    public PlacementResult Place(PodShape shape, ulong tieSeed) => Place(shape, tieSeed, bias: null);

    /// <summary>Finds the node that a pod would be put on, with ties decided by preference before they are drawn.</summary>
    public PlacementResult Place(PodShape shape, ulong tieSeed, PlacementBias? bias)
    {
        if (shape.IsGated)
        {
            return new(PlacementVerdict.Gated, -1, "a scheduling gate is set");
        }

        var node = shape.AssignedNode is { } assigned ? _nodes.FindIndex(n => n.Name == assigned) : Best(shape, tieSeed, bias);
        return shape.Unknowns is [var why, ..] ? new(PlacementVerdict.Unknown, node, why)
            : node >= 0 ? new(PlacementVerdict.Placed, node)
            : _nodes.Exists(n => !n.IsRemoved && Check(shape, n) is { Reason: RejectionReason.UnknownAllocatable })
                ? new(PlacementVerdict.Unknown, -1, "what is allocatable on some node is not known")
                : PlacementResult.Unschedulable;
    }

    /// <summary>Whether a pod could be put on one node now, other reservations of room respected.</summary>
    public bool Fits(PodShape shape, int node) => !_nodes[node].IsRemoved && Check(shape, _nodes[node]) is null;

    /// <summary>Looks for pods of lower priority whose deletion would let an unschedulable pod fit. Nothing is deleted.</summary>
    /// <param name="shape">The pod that does not fit anywhere.</param>
    /// <param name="tieSeed">Stands for the pod and the run.</param>
    /// <param name="podsOn">The pods that are bound to a node, exactly as this state was told.</param>
    /// <param name="disruptionsAllowed">How many disruptions the budget of that number allows.</param>
    public Preemption? FindPreemption(
        PodShape shape, ulong tieSeed, Func<int, IReadOnlyList<RunningPod>> podsOn, Func<int, int> disruptionsAllowed)
    {
        if (!shape.MayPreempt || shape.IsGated || shape.Priority <= _catalog.LowestPriority)
        {
            return null;
        }

        var potential = Enumerable.Range(0, _nodes.Count).Where(i => !_nodes[i].IsRemoved && Check(shape, _nodes[i]) is { IsResolvable: true }).ToList();
        return new NaivePreemption(this, shape, podsOn, disruptionsAllowed).Find(potential, tieSeed);
    }

    /// <summary>Says for every node that will not do why, equal reasons together, the most frequent first.</summary>
    public IReadOnlyList<RejectedNodes> Explain(PodShape shape) =>
        [
            .. _nodes.Where(node => !node.IsRemoved).Select(node => (node.Name, Rejection: Check(shape, node))).Where(pair => pair.Rejection is not null)
                .GroupBy(pair => pair.Rejection!)
                .Select(group => new RejectedNodes([.. group.Select(pair => pair.Name).Order(StringComparer.Ordinal)], group.Key))
                .OrderByDescending(group => group.Nodes.Length).ThenBy(group => group.Rejection.Text, StringComparer.Ordinal),
        ];

    /// <summary>The scores of all nodes that will do, in the order of their indexes.</summary>
    public ImmutableArray<NodeScore> Scores(PodShape shape)
    {
        List<NaiveNode> feasible = [.. _nodes.Where(node => !node.IsRemoved && Check(shape, node) is null)];
        var scores = feasible.Count == 0 ? [] : new NaiveScores(_catalog, _nodes, _filters).Of(shape, feasible);
        return [.. feasible.Select((node, i) => new NodeScore(_nodes.IndexOf(node), scores[i]))];
    }

    private static NaiveNode Read(PlacementCatalog catalog, Node node) => new(node, node.Metadata.Name, node.Metadata.Labels)
    {
        CsiLimits = catalog.Snapshot.CsiNodes.FirstOrDefault(c => c.Metadata.Name == node.Metadata.Name)?.Limits ?? [],
        Attached =
        [
            .. catalog.Snapshot.VolumeAttachments.Where(a => a.NodeName == node.Metadata.Name && a.VolumeName is not null)
                .Select(a => new CsiVolume(a.Attacher, catalog.Snapshot.FindVolume(a.VolumeName!)?.CsiVolumeHandle ?? a.VolumeName!)),
        ],
    };

    private NodeRejection? Check(PodShape shape, NaiveNode node)
    {
        var rejection = _filters.Check(shape, node);
        var others = _nominated.Where(n => n.Shape.Priority >= shape.Priority && _nodes[n.Node] == node).ToList();
        if (rejection is not null || others.Count == 0)
        {
            return rejection;
        }

        node.Pods.AddRange(others.Select(n => (n.Shape, false)));
        rejection = _filters.Check(shape, node);
        node.Pods.RemoveRange(node.Pods.Count - others.Count, others.Count);
        return rejection;
    }

    private int Best(PodShape shape, ulong tieSeed, PlacementBias? bias)
    {
        var live = _nodes.Count(node => !node.IsRemoved);
        var wanted = SamplingWindow.FeasibleNodesToFind(live, _catalog.Settings.PercentageOfNodesToScore);
        var start = SamplingWindow.Start(tieSeed, _nodes.Count);
        List<NaiveNode> feasible =
        [
            .. Enumerable.Range(0, _nodes.Count).Select(i => _nodes[(start + i) % _nodes.Count])
                .Where(node => !node.IsRemoved && Check(shape, node) is null).Take(wanted),
        ];
        if (feasible.Count == 0)
        {
            return -1;
        }

        var scores = new NaiveScores(_catalog, _nodes, _filters).Of(shape, feasible);
        return feasible.Select((node, i) => (Index: _nodes.IndexOf(node), Score: scores[i]))
            .OrderByDescending(pair => pair.Score)
            .ThenByDescending(pair => bias?[pair.Index] ?? 0)
            .ThenByDescending(pair => TieBreak.Lot(tieSeed, TieBreak.HashOf(_nodes[pair.Index].Name)))
            .First().Index;
    }
}

using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement.Preempting;
using RiskAnalyzer.Simulation.Placement.Tracking;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Which pods occupy which nodes at one moment of one run, and where the scheduler would put the next one.</summary>
/// <remarks>Not safe for several threads; make one for each run, which is cheap.</remarks>
public sealed class SchedulerState
{
    private readonly PlacementCatalog _catalog;
    private readonly TrackedCluster _cluster;
    private readonly Nominations _nominations;
    private readonly NodeCheck _check;
    private readonly FitCache _fits;
    private readonly NodeSearch _search;
    private readonly NodeScorer _scorer;

    // Shapes that fitted nowhere, with the version of the cluster for which that holds.
    private readonly Dictionary<int, long> _unplaced = [];
    private readonly Dictionary<int, long> _unhelped = [];

    /// <summary>Starts with the nodes as in the snapshot, cordons and taints included, and no pods.</summary>
    public SchedulerState(PlacementCatalog catalog)
        : this(catalog, new(catalog), new())
    {
    }

    private SchedulerState(PlacementCatalog catalog, TrackedCluster cluster, Nominations nominations)
    {
        (_catalog, _cluster, _nominations) = (catalog, cluster, nominations);
        _check = new(cluster, nominations);
        _fits = new(cluster.Room, cluster.Index.Requests, new(catalog.Settings.PrefersFullNodes, catalog.KubernetesMinor));
        _search = new(cluster, nominations, _check, _fits);
        _scorer = new(cluster, _fits);
    }

    /// <summary>How many nodes there are or were: indexes run from 0 to one below.</summary>
    public int NodeCount => _cluster.Nodes.Count;

    /// <summary>How often the room of a node was compared with a pod's requests; the measure of work that tests hold to.</summary>
    internal long Evaluations => _fits.Evaluations;

    /// <summary>Starts with every pod of the snapshot that is bound and has not finished; terminating ones as terminating.</summary>
    public static SchedulerState WithPods(PlacementCatalog catalog) => catalog.WithPods.Fork();

    /// <summary>A copy that goes its own way.</summary>
    public SchedulerState Fork() => new(_catalog, _cluster.Copy(), _nominations.Copy());

    /// <summary>The name of a node.</summary>
    public string NodeName(int node) => _cluster.Nodes[node].Name;

    /// <summary>Puts a pod on a node; it counts at once.</summary>
    public void Bind(PodShape shape, int node) => _cluster.Add(shape, node, isTerminating: false);

    /// <summary>The pod's deletion began: it no longer counts for topology spread, but keeps everything else.</summary>
    public void MarkTerminating(PodShape shape, int node)
    {
        Expect(_cluster.MarkTerminating(shape, node), shape, node);
        _cluster.Detach(shape, node);
    }

    /// <summary>The pod is gone or has finished.</summary>
    public void Remove(PodShape shape, int node, bool wasTerminating)
    {
        Expect(_cluster.Take(shape, node, wasTerminating), shape, node);
        _cluster.Detach(shape, node);
    }

    /// <summary>Cordons a node: the flag, and the taint that follows it.</summary>
    public void Cordon(int node) => SetCordon(node, isCordoned: true);

    /// <summary>Uncordons a node.</summary>
    public void Uncordon(int node) => SetCordon(node, isCordoned: false);

    /// <summary>Takes a taint from a node.</summary>
    public void RemoveTaint(int node, Taint taint)
    {
        _ = _cluster.Nodes[node].Taints.RemoveAll(other => other == taint);
        _cluster.OnTaintsChanged(node);
    }

    /// <summary>Puts a taint on a node.</summary>
    public void AddTaint(int node, Taint taint)
    {
        _cluster.Nodes[node].Taints.Add(taint);
        _cluster.OnTaintsChanged(node);
    }

    /// <summary>Whether a node is cordoned.</summary>
    public bool IsCordoned(int node) => _cluster.Nodes[node].Unschedulable;

    /// <summary>The node object is deleted; it is no longer a domain of any spread. Its pods are the caller's to remove.</summary>
    public void RemoveNode(int node) => _cluster.RemoveNode(node);

    /// <summary>A new empty, ready node joins that resembles another but for its name.</summary>
    /// <returns>Its index.</returns>
    public int AddNodeLike(int node, string newName)
    {
        var like = _cluster.Nodes[node];
        var labels = LabelSet.Of(like.Labels.Append(KeyValuePair.Create(NodeLabels.Hostname, newName)));
        var original = _catalog.Nodes[_catalog.IndexOf(like.Node.Metadata.Name)];
        return _cluster.AddNode(new(like.Node with { Images = [], Unschedulable = false, Taints = [] }, newName, labels)
        {
            VolumeLimits = like.VolumeLimits,
            Taints = [.. original.Taints.Where(taint => !taint.ComesAndGoes)],
        });
    }

    /// <summary>Reserves the room that preemption makes on a node for a waiting pod.</summary>
    public void Nominate(PodShape shape, int node)
    {
        _nominations.Add(shape, node);
        _cluster.OnChanged();
    }

    /// <summary>Drops such a reservation.</summary>
    public void Denominate(PodShape shape, int node)
    {
        _nominations.Remove(shape, node);
        _cluster.OnChanged();
    }

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

        var node = shape.AssignedNode is { } assigned ? _cluster.Nodes.FindIndex(n => n.Name == assigned) : Best(shape, tieSeed, bias);
        return shape.Unknowns is [var why, ..] ? new(PlacementVerdict.Unknown, node, why)
            : node >= 0 ? new(PlacementVerdict.Placed, node)
            : IsAnyRoomUnknown(shape) ? new(PlacementVerdict.Unknown, -1, "what is allocatable on some node is not known")
            : PlacementResult.Unschedulable;
    }

    /// <summary>Whether a pod could be put on one node now, other reservations of room respected.</summary>
    public bool Fits(PodShape shape, int node) => !_cluster.Nodes[node].IsRemoved && _check.Check(shape, node) is null;

    /// <summary>Looks for pods of lower priority whose deletion would let an unschedulable pod fit. Nothing is deleted.</summary>
    /// <param name="shape">The pod that does not fit anywhere.</param>
    /// <param name="tieSeed">Stands for the pod and the run.</param>
    /// <param name="podsOn">The pods that are bound to a node, exactly as this state was told.</param>
    /// <param name="disruptionsAllowed">How many disruptions the budget of that number allows.</param>
    public Preemption? FindPreemption(
        PodShape shape, ulong tieSeed, Func<int, IReadOnlyList<RunningPod>> podsOn, Func<int, int> disruptionsAllowed)
    {
        if (!shape.MayPreempt || shape.IsGated || shape.Priority <= _catalog.LowestPriority || IsKnown(_unhelped, shape))
        {
            return null;
        }

        var potential = LiveNodes().Where(node => _check.Check(shape, node) is { IsResolvable: true }).ToList();
        var found = new PreemptionSearch(this, shape, podsOn, disruptionsAllowed).Find(potential, tieSeed);
        if (found is null)
        {
            _unhelped[shape.Id] = _cluster.Version;
        }

        return found;
    }

    /// <summary>Says for every node that will not do why, equal reasons together, the most frequent first.</summary>
    public IReadOnlyList<RejectedNodes> Explain(PodShape shape) =>
        [
            .. LiveNodes().Select(node => (NodeName(node), Rejection: _check.Check(shape, node))).Where(pair => pair.Rejection is not null)
                .GroupBy(pair => pair.Rejection!)
                .Select(group => new RejectedNodes([.. group.Select(pair => pair.Item1).Order(StringComparer.Ordinal)], group.Key))
                .OrderByDescending(group => group.Nodes.Length).ThenBy(group => group.Rejection.Text, StringComparer.Ordinal),
        ];

    /// <summary>The scores of all nodes that will do, in the order of their indexes.</summary>
    public ImmutableArray<NodeScore> Scores(PodShape shape)
    {
        var nodes = _search.Find(shape, start: 0, _cluster.Nodes.Count);
        var scores = nodes.IsEmpty ? [] : _scorer.Of(shape, nodes);
        var result = ImmutableArray.CreateBuilder<NodeScore>(nodes.Length);
        for (var i = 0; i < nodes.Length; i++)
        {
            result.Add(new(nodes[i], scores[i]));
        }

        return result.MoveToImmutable();
    }

    private int Best(PodShape shape, ulong tieSeed, PlacementBias? bias)
    {
        if (IsKnown(_unplaced, shape))
        {
            return -1;
        }

        var wanted = SamplingWindow.FeasibleNodesToFind(_cluster.LiveCount, _catalog.Settings.PercentageOfNodesToScore);
        var nodes = _search.Find(shape, SamplingWindow.Start(tieSeed, _cluster.Nodes.Count), wanted);
        if (nodes.IsEmpty)
        {
            _unplaced[shape.Id] = _cluster.Version;
            return -1;
        }

        var scores = _scorer.Of(shape, nodes);
        var best = 0;
        for (var i = 1; i < nodes.Length; i++)
        {
            if (scores[i] > scores[best] || (scores[i] == scores[best] && WinsTie(nodes[i], nodes[best], tieSeed, bias)))
            {
                best = i;
            }
        }

        return nodes[best];
    }

    private bool WinsTie(int node, int best, ulong tieSeed, PlacementBias? bias)
    {
        var (own, other) = (bias?[node] ?? 0, bias?[best] ?? 0);
        return own != other ? own > other : TieBreak.Lot(tieSeed, _cluster.Nodes[node].Hash) > TieBreak.Lot(tieSeed, _cluster.Nodes[best].Hash);
    }

    private bool IsKnown(Dictionary<int, long> answers, PodShape shape) => answers.TryGetValue(shape.Id, out var version) && version == _cluster.Version;

    private bool IsAnyRoomUnknown(PodShape shape) =>
        LiveNodes().Any(node => _cluster.Nodes[node].Node.Allocatable is null && _check.Check(shape, node) is { Reason: RejectionReason.UnknownAllocatable });

    private IEnumerable<int> LiveNodes() => Enumerable.Range(0, _cluster.Nodes.Count).Where(node => !_cluster.Nodes[node].IsRemoved);

    private void SetCordon(int node, bool isCordoned)
    {
        var slot = _cluster.Nodes[node];
        slot.Unschedulable = isCordoned;
        slot.Taints.RemoveAll(taint => taint.Key == Taint.Cordoned.Key);
        if (isCordoned)
        {
            slot.Taints.Add(Taint.Cordoned);
        }

        _cluster.OnTaintsChanged(node);
    }

    private void Expect(bool wasThere, PodShape shape, int node)
    {
        if (!wasThere)
        {
            throw new InvalidOperationException($"no such pod of {shape.Namespace} on {NodeName(node)}");
        }
    }
}

using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Drains one node of a group after the other, each time all others being there, and lets the scheduler place the pods.</summary>
internal sealed class NodeLossTrial
{
    private readonly ClusterSnapshot _cluster;
    private readonly PlacementCatalog _catalog;
    private readonly SchedulerState _state;
    private readonly ImmutableArray<int> _others;

    /// <summary>Prepares a cluster in which only the targets take pods.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="targets">Nodes that the pods may go to.</param>
    /// <param name="wider">Nodes that they may go to where the targets have no room.</param>
    public NodeLossTrial(ClusterSnapshot cluster, IReadOnlySet<Node> targets, IReadOnlySet<Node> wider)
    {
        _cluster = cluster;
        _catalog = new(cluster, SchedulerSettings.Default);
        _state = SchedulerState.WithPods(_catalog);
        foreach (var pod in cluster.Pods.Where(pod => pod is { NodeName: not null, IsFinished: false } && MovingPods.IsPlaceholder(pod)))
        {
            if (_catalog.IndexOf(pod.NodeName!) is >= 0 and var index)
            {
                _state.Remove(_catalog.ShapeOf(pod), index, pod.IsTerminating);
            }
        }

        foreach (var node in cluster.Nodes.Where(node => !targets.Contains(node)))
        {
            _state.Cordon(_catalog.IndexOf(node.Name));
        }

        _others = [.. wider.Where(node => !targets.Contains(node)).Select(node => _catalog.IndexOf(node.Name))];
    }

    /// <summary>Takes a node away, places its pods, and puts everything back.</summary>
    public NodeLoss Run(Node node)
    {
        var index = _catalog.IndexOf(node.Name);
        var leaving = _cluster.PodsOn(node.Name).Where(pod => MovingPods.Leaves(pod) && !MovingPods.IsPlaceholder(pod)).ToList();
        var moving = InOrder(MovingPods.Of(node, _cluster));
        _state.Cordon(index);
        leaving.ForEach(pod => _state.Remove(_catalog.ShapeOf(pod), index, pod.IsTerminating));

        var bound = new List<(PodShape Shape, int Node)>();
        var unplaced = new List<(UnplacedPod Pod, PodShape Shape)>();
        var held = new List<(UnplacedPod Pod, PodShape Shape)>();
        string? unknown = null;
        foreach (var (pod, shape) in moving)
        {
            var result = _state.Place(shape, tieSeed: 0);
            if (result.Node >= 0)
            {
                _state.Bind(shape, result.Node);
                bound.Add((shape, result.Node));
            }
            else
            {
                var reasons = _state.Explain(shape).Where(each => each.Rejection.Reason != RejectionReason.Cordoned).ToList();
                var refused = (new UnplacedPod(pod, string.Join("; ", reasons)), shape);
                AddIf(unplaced, refused, result.Verdict == PlacementVerdict.Unschedulable && reasons.Exists(IsRoom));
                AddIf(held, refused, IsHeldByVolume(reasons));
            }

            unknown ??= result.Verdict == PlacementVerdict.Unknown ? result.Why : null;
        }

        var fitElsewhere = unplaced.Count > 0 && FitElsewhere(unplaced.ConvertAll(each => each.Shape));
        var heldEverywhere = held.Where(each => WithOthers(() => _state.Place(each.Shape, tieSeed: 0).Node < 0)).Select(each => each.Pod).ToArray();
        bound.ForEach(each => _state.Remove(each.Shape, each.Node, wasTerminating: false));
        leaving.ForEach(pod => PutBack(pod, index));
        _state.Uncordon(index);
        return new(node, moving.Count, [.. unplaced.Select(each => each.Pod)], [.. heldEverywhere], fitElsewhere, unknown);
    }

    // The scheduler takes the most important pod first; among equals the order of arrival is anybody's guess, and the largest first wastes least.
    private List<(Pod Pod, PodShape Shape)> InOrder(ImmutableArray<Pod> pods) =>
    [
        .. pods.Select(pod => (Pod: pod, Shape: _catalog.ReplacementShapeOf(pod)))
            .OrderByDescending(each => each.Shape.Priority)
            .ThenByDescending(each => each.Shape.Requests.Plain.CpuMilli)
            .ThenByDescending(each => each.Shape.Requests.Plain.MemoryBytes)
            .ThenBy(each => each.Pod.Namespace, StringComparer.Ordinal).ThenBy(each => each.Pod.Name, StringComparer.Ordinal),
    ];

    // A pod that no node would take however empty is no matter of room; other rules speak of it.
    private static bool IsRoom(RejectedNodes refusal) =>
        refusal.Rejection.Reason is RejectionReason.Resources or RejectionReason.TooManyPods or RejectionReason.TooManyVolumes;

    // What else is unknown of a pod, such as how many volumes a node may hold, lets it onto no node that refuses it already.
    private static bool IsHeldByVolume(List<RejectedNodes> refusals) =>
        refusals.Exists(each => each.Rejection.Reason == RejectionReason.VolumeElsewhere)
        && !refusals.Exists(each => each.Rejection.Reason == RejectionReason.UnknownAllocatable);

    private static void AddIf(List<(UnplacedPod Pod, PodShape Shape)> list, (UnplacedPod Pod, PodShape Shape) refused, bool belongs)
    {
        if (belongs)
        {
            list.Add(refused);
        }
    }

    private bool FitElsewhere(List<PodShape> shapes) => WithOthers(() =>
    {
        var bound = new List<(PodShape Shape, int Node)>();
        foreach (var shape in shapes)
        {
            if (_state.Place(shape, tieSeed: 0) is { IsPlaced: true, Node: var node })
            {
                _state.Bind(shape, node);
                bound.Add((shape, node));
            }
        }

        bound.ForEach(each => _state.Remove(each.Shape, each.Node, wasTerminating: false));
        return bound.Count == shapes.Count;
    });

    private bool WithOthers(Func<bool> ask)
    {
        var cordoned = _others.Where(_state.IsCordoned).ToList();
        cordoned.ForEach(_state.Uncordon);
        var answer = ask();
        cordoned.ForEach(_state.Cordon);
        return answer;
    }

    private void PutBack(Pod pod, int node)
    {
        var shape = _catalog.ShapeOf(pod);
        _state.Bind(shape, node);
        if (pod.IsTerminating)
        {
            _state.MarkTerminating(shape, node);
        }
    }
}

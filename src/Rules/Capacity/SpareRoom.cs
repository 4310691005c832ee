using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Shows for the usual node in a few steps that its pods find room elsewhere, so that only the others need a trial with the scheduler.</summary>
/// <remarks>
/// A node has as many places as the largest of the moving pods fits into it. Pods are placed one after the other and each takes one place
/// at most, so where there are as many places as pods, one is left for each, wherever the scheduler put the others. The same holds for
/// whole nodes where a constraint counts by host. Whatever else may keep a pod from a node is left to the trial.
/// </remarks>
internal sealed class SpareRoom
{
    private readonly ClusterSnapshot _cluster;
    private readonly ClusterLoad _load;
    private readonly PodDemands _demands;
    private readonly ImmutableArray<Node> _nodes;

    // How many pods of the size in question fit into each node; -1 where nobody asked yet.
    private readonly long[] _places;

    /// <summary>Prepares for the nodes that pods may go to.</summary>
    public SpareRoom(ClusterSnapshot cluster, IReadOnlySet<Node> targets)
    {
        (_cluster, _load, _demands) = (cluster, ClusterLoad.Of(cluster), new(cluster));
        _nodes =
        [
            .. cluster.Nodes.Where(node => targets.Contains(node) && node.Allocatable is not null && node.Taints.All(taint => taint.Effect == "PreferNoSchedule")
                && node.Metadata.Labels.ContainsKey(NodeLabels.Hostname)),
        ];
        _places = new long[_nodes.Length];
    }

    /// <summary>Whether pods surely find room when their node is gone; false as well when a closer look is needed.</summary>
    public bool HasRoomFor(ImmutableArray<Pod> moving, Node lost)
    {
        var largest = ResourceAmounts.None;
        var demands = new HashSet<PodDemand>();
        foreach (var pod in moving)
        {
            if (_demands.Of(pod) is not { } demand)
            {
                return false;
            }

            largest = largest.Max(_load.RequestsOf(pod.Spec));
            _ = demands.Add(demand);
        }

        Array.Fill(_places, -1);
        return demands.All(demand => HasPlaces(demand, moving.Length, largest, lost));
    }

    private bool HasPlaces(PodDemand demand, int wanted, ResourceAmounts largest, Node lost)
    {
        // Any pod of the namespace may be one that keeps this one off its host.
        var left = wanted + (demand.ByHost is { } name ? _cluster.InNamespace(name).Pods.Length : 0);
        var first = Behind(lost);
        for (var i = 0; i < _nodes.Length && left > 0; i++)
        {
            var at = (first + i) % _nodes.Length;
            var node = _nodes[at];
            if (!ReferenceEquals(node, lost) && (demand.Restricting is null || NodeEligibility.IsSelected(demand.Restricting, node)))
            {
                var places = _places[at] >= 0 ? _places[at] : _places[at] = Places(node, largest);
                left -= (int)Math.Min(demand.ByHost is null ? places : 1, places);
            }
        }

        return left <= 0;
    }

    // Beginning behind the lost node looks at other neighbours for each, and finds room soon.
    private int Behind(Node lost)
    {
        var at = _nodes.BinarySearch(lost, Comparer<Node>.Create(static (left, right) => string.CompareOrdinal(left.Name, right.Name)));
        return at < 0 ? ~at : at + 1;
    }

    private long Places(Node node, ResourceAmounts largest)
    {
        var load = _load.On(node);
        var places = node.Allocatable![ResourceAmounts.Pods] - load[ResourceAmounts.Pods];
        foreach (var (resource, amount) in largest.Pairs)
        {
            places = amount == 0 ? places : Math.Min(places, (node.Allocatable[resource] - load[resource]) / amount);
        }

        return Math.Max(0, places);
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Whether a group of nodes can do without any one of its nodes; judged once per group.</summary>
internal sealed class GroupRoom
{
    private static readonly ConditionalWeakTable<NodeGroup, GroupRoom> Known = [];

    private GroupRoom(NodeGroup group, ClusterSnapshot cluster)
    {
        // Pods of the control plane may go to workers, but a control plane is no spare room for workers.
        var available = cluster.Nodes.Where(NodeEligibility.IsAvailable).ToList();
        var isControlPlane = group.Nodes.All(node => node.IsControlPlane);
        Targets = SetOf(isControlPlane ? available : group.Nodes.Where(NodeEligibility.IsAvailable));
        var unknown = Targets.FirstOrDefault(node => node.Allocatable is null);
        Missing = unknown is not null ? $"node {unknown.Name} does not say what it has to give"
            : Targets.Count < 2 ? OnlyNode(group, cluster)
            : null;
        if (Missing is not null)
        {
            return;
        }

        var wider = SetOf(available.Where(node => !node.IsControlPlane).Concat(Targets));
        var trial = new Lazy<NodeLossTrial>(() => new(cluster, Targets, wider));
        var spare = new SpareRoom(cluster, Targets);
        Losses = group.Nodes.Where(Targets.Contains).Where(node => !spare.HasRoomFor(MovingPods.Of(node, cluster), node))
            .ToDictionary(node => node.Name, node => trial.Value.Run(node), StringComparer.Ordinal);
        Failing = [.. Losses.Values.Where(loss => !loss.Unplaced.IsEmpty)];
        Worst = Failing.MaxBy(loss => loss.Unplaced.Length);
        Unknown = Losses.Values.Select(loss => loss.Unknown).FirstOrDefault(why => why is not null);
    }

    /// <summary>The nodes that pods of the group may go to, the one that is taken away included.</summary>
    public IReadOnlySet<Node> Targets { get; }

    /// <summary>Why nothing can be said of the group; null when something can.</summary>
    public string? Missing { get; }

    /// <summary>Why it cannot be told of some pods whether they fit; null when it can of all.</summary>
    public string? Unknown { get; }

    /// <summary>What became of the pods of each node for which that took a trial, by the node's name.</summary>
    public IReadOnlyDictionary<string, NodeLoss> Losses { get; } = FrozenDictionary<string, NodeLoss>.Empty;

    /// <summary>The nodes that cannot be lost, by name.</summary>
    public ImmutableArray<NodeLoss> Failing { get; } = [];

    /// <summary>The one of them that leaves most pods without room, the first by name among equals; null when none does.</summary>
    public NodeLoss? Worst { get; }

    /// <summary>The room of a group.</summary>
    public static GroupRoom Of(NodeGroup group, ClusterSnapshot cluster)
    {
        if (!Known.TryGetValue(group, out var room))
        {
            room = new(group, cluster);
            Known.AddOrUpdate(group, room);
        }

        return room;
    }

    private static HashSet<Node> SetOf(IEnumerable<Node> nodes) => new(nodes, ReferenceEqualityComparer.Instance);

    // With one node there is nothing to compare with; the numbers are said all the same.
    private static string OnlyNode(NodeGroup group, ClusterSnapshot cluster)
    {
        var moving = group.Nodes.SelectMany(node => MovingPods.Of(node, cluster)).ToList();
        var requests = ClusterLoad.Of(cluster).Sum(moving);
        return $"group {group.Name} has no second node that takes pods: {Counted.Of(moving.Count, "pod has", "pods have")} nowhere else to go "
            + $"({AmountText.OfRequests(requests)} requested)";
    }
}

using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Reports groups of nodes that cannot do without one of theirs.</summary>
/// <remarks>
/// Every node of a group is taken away once, and the scheduler's filters decide where its real pods go, by priority and then by size. The
/// finding stands at the node that leaves most pods without room; the others of the group that cannot be lost either are named in it.
/// </remarks>
internal sealed class NoRoomForNodeLoss : Rule<Node>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "no-room-for-node-loss",
        Category = RuleCategory.Capacity,
        Severity = Severity.High,
        NeedsCluster = true,
        Needs = ResourceKinds.Pods,
        Summary = "A group of nodes has no room for the pods of one of its nodes",
        Why = """
            A drain moves the pods of a node to the others. What finds no room there stays Pending until the node is back, and a budget that
            waits for it stops the drain. Free CPU of the whole cluster says little: it may lie in another group, or in
            pieces that are too small.
            """,
        Fix = "Add a node to the group, lower requests to measured use, or pause work of low priority for the window.",
        Sources =
        [
            new("Capacity management", "https://github.com/elastisys/compliantkubernetes/blob/main/docs/operator-manual/capacity-management.md"),
            new("Scheduling", "https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/"),
        ],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [NodeGroups.GroupLabels];

    /// <inheritdoc/>
    public override RuleOutcome Check(Node node, RuleContext context)
    {
        // A node that takes no pods now is away already.
        if (!NodeEligibility.IsAvailable(node))
        {
            return RuleOutcome.NotApplicable;
        }

        var group = NodeGroups.GroupOf(node, context);
        var room = GroupRoom.Of(group, context.Cluster);
        return room.Missing is { } missing ? RuleOutcome.NotEvaluated(missing)
            : room.Worst is { } worst ? ReferenceEquals(worst.Node, node) ? RuleOutcome.Found(Hit(worst, group, room, context.Cluster)) : RuleOutcome.Passed
            : room.Unknown is { } why ? RuleOutcome.NotEvaluated($"it cannot be told where some pods fit: {why}")
            : RuleOutcome.Passed;
    }

    private static RuleHit Hit(NodeLoss worst, NodeGroup group, GroupRoom room, ClusterSnapshot cluster)
    {
        var sums = GroupSums.Without(worst.Node, room.Targets, cluster);
        var names = Counted.Names([.. worst.Unplaced.Select(pod => pod.Name)]);
        var failing = Counted.Names([.. room.Failing.Select(loss => loss.Node.Name)]);
        return new()
        {
            Field = "status.allocatable",
            Message = $"without this node {worst.Unplaced.Length} of its {Counted.Of(worst.Moved, "pod")} would find no room in group {group.Name}: {sums.Describe()}; "
                + $"{names} ({worst.Unplaced[0].Why})",
            Severity = worst.FitElsewhere ? Severity.Medium : null,
            Evidence =
            [
                new("group", group.Name),
                new("nodes", $"{room.Targets.Count}"),
                new("nodesThatCannotBeLost", $"{room.Failing.Length}: {failing}"),
                .. sums.Evidence(),
                new("podsWithoutRoom", names),
                new("fitInOtherGroups", worst.FitElsewhere ? "true" : "false"),
            ],
        };
    }
}

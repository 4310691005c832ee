using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Reports groups of nodes that are nearly spoken for.</summary>
/// <remarks>The finding stands at the group's fullest node; the others of the group pass.</remarks>
internal sealed class RequestsNearAllocatable : Rule<Node>
{
    private const string Thresholds = "elastisys/compliantkubernetes-apps:config/common-config.yaml";

    private static readonly Int32Parameter CpuPercent = new(
        "cpuPercent", 80, 1, 1000, "percent", "Share of allocatable CPU from which a group is reported.", Thresholds);

    private static readonly Int32Parameter MemoryPercent = new(
        "memoryPercent", 80, 1, 1000, "percent", "Share of allocatable memory from which a group is reported.", Thresholds);

    private static readonly TextListParameter ExcludedGroups = new(
        "excludedGroups", [], "Groups that are meant to be full, such as those of databases.", Thresholds);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "requests-near-allocatable",
        Category = RuleCategory.Capacity,
        Severity = Severity.Medium,
        NeedsCluster = true,
        Needs = ResourceKinds.Pods,
        Summary = "A group of nodes is nearly spoken for",
        Why = """
            What pods request is what the scheduler counts, used or not. A group that is full to four fifths has little room for the pods of
            a node that is drained, the less the fewer nodes it has.
            """,
        Fix = "Add a node to the group, or lower requests to measured use.",
        Sources = [new("Capacity management", "https://github.com/elastisys/compliantkubernetes/blob/main/docs/operator-manual/capacity-management.md")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [CpuPercent, MemoryPercent, NodeGroups.GroupLabels, ExcludedGroups];

    /// <inheritdoc/>
    public override RuleOutcome Check(Node node, RuleContext context)
    {
        if (node.Allocatable is null)
        {
            return RuleOutcome.NotEvaluated("the node does not say what it has to give");
        }

        var group = NodeGroups.GroupOf(node, context);
        if (context.Lists(ExcludedGroups, group.Name))
        {
            return RuleOutcome.NotApplicable;
        }

        var load = ClusterLoad.Of(context.Cluster);
        if (!ReferenceEquals(group.Fullest, node))
        {
            return RuleOutcome.Passed;
        }

        return RuleOutcome.Found([
            .. new[] { (ResourceAmounts.Cpu, context.Value(CpuPercent)), (ResourceAmounts.Memory, context.Value(MemoryPercent)) }
                .Select(each => Judge(group, load, each.Item1, each.Item2)).OfType<RuleHit>(),
        ]);
    }

    private static RuleHit? Judge(NodeGroup group, ClusterLoad load, string resource, int limit)
    {
        var requested = group.Nodes.Sum(node => load.On(node)[resource]);
        var allocatable = group.Nodes.Sum(node => node.Allocatable?[resource] ?? 0);
        if (allocatable <= 0 || requested * 100m < allocatable * (decimal)limit)
        {
            return null;
        }

        var percent = (long)(requested * 100m / allocatable);
        return new()
        {
            Field = "status.allocatable",
            Message = $"group {group.Name} ({(group.Nodes.Length == 1 ? "this node" : $"{group.Nodes.Length} nodes, this one the fullest")}) requests {AmountText.Of(resource, requested)} "
                + $"of {AmountText.Of(resource, allocatable)} {resource}, {percent} % (limit {limit} %)",
            Evidence =
            [
                new("group", group.Name),
                new("nodes", $"{group.Nodes.Length}"),
                new("resource", resource),
                new("requested", AmountText.Of(resource, requested)),
                new("allocatable", AmountText.Of(resource, allocatable)),
                new("percent", $"{percent}"),
                new("limitPercent", $"{limit}"),
            ],
        };
    }
}

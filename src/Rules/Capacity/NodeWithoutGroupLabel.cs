using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Reports nodes that no group label puts into a group.</summary>
internal sealed class NodeWithoutGroupLabel : Rule<Node>
{
    private static readonly Int32Parameter AfterMinutes = new(
        "afterMinutes", 60, 0, 10080, "minutes", "Age up to which a node may still be labelled.",
        "elastisys/compliantkubernetes-apps:helmfile.d/charts/prometheus-alerts/files/cluster-autoscaler.yaml");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "node-without-group-label",
        Category = RuleCategory.Capacity,
        Severity = Severity.Low,
        IsOptIn = true,
        NeedsCluster = true,
        Summary = "No label says which group the node belongs to",
        Why = """
            Room is judged per group of nodes. A node without the group label is counted with all others of its role, which makes one group look
            larger and another one smaller than it is.
            """,
        Fix = "Label the node with its group.",
        Sources = [new("Capacity management", "https://github.com/elastisys/compliantkubernetes/blob/main/docs/operator-manual/capacity-management.md")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [NodeGroups.GroupLabels, AfterMinutes];

    /// <inheritdoc/>
    public override RuleOutcome Check(Node node, RuleContext context)
    {
        var labels = context.Value(NodeGroups.GroupLabels);
        var isYoung = node.Metadata.CreatedAt is { } created
            && context.Cluster.CapturedAt - created < TimeSpan.FromMinutes(context.Value(AfterMinutes));
        return isYoung || labels.Any(node.Metadata.Labels.ContainsKey) ? RuleOutcome.Passed : RuleOutcome.Found(new RuleHit
        {
            Field = "metadata.labels",
            Message = $"carries none of the labels {string.Join(", ", labels)} and counts as one of the {NodeGroups.NameOf(node, labels)}",
            Evidence = [new("groupLabels", string.Join(", ", labels)), new("group", NodeGroups.NameOf(node, labels))],
        });
    }
}

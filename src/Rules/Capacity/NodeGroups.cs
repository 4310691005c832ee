using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Divides the nodes of a cluster into groups.</summary>
internal static class NodeGroups
{
    /// <summary>The labels that name a node's group; the first one that a node carries decides.</summary>
    /// <remarks>
    /// The labels of cloud providers' node pools are not in the default: their pools share pods freely, so that the room in one of them is room for
    /// the others. Whoever sizes pools one by one adds the label.
    /// </remarks>
    public static readonly TextListParameter GroupLabels = new(
        "groupLabels", ["elastisys.io/node-group"], "Labels that name a node's group, the first one found; nodes without any go by role.",
        "elastisys/compliantkubernetes:docs/operator-manual/capacity-management.md");

    /// <summary>The groups of a cluster by name. Nodes without a group label form one group of workers and one of control planes.</summary>
    public static ImmutableArray<NodeGroup> Of(ClusterSnapshot cluster, IReadOnlyList<string> labels) =>
    [
        .. cluster.Nodes.GroupBy(node => NameOf(node, labels), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new NodeGroup(group.Key, [.. group])),
    ];

    /// <summary>The name of a node's group.</summary>
    public static string NameOf(Node node, IReadOnlyList<string> labels) =>
        labels.Select(label => node.Metadata.Labels.Find(label)).FirstOrDefault(name => !string.IsNullOrEmpty(name))
        ?? (node.IsControlPlane ? "control plane" : "workers");
}

using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Divides the nodes of a cluster into groups, once per snapshot and list of labels.</summary>
internal sealed class NodeGroups
{
    /// <summary>The labels that name a node's group; the first one that a node carries decides.</summary>
    /// <remarks>
    /// The labels of cloud providers' node pools are not in the default: their pools share pods freely, so that the room in one of them is
    /// room for the others. Whoever sizes pools one by one adds the label.
    /// </remarks>
    public static readonly TextListParameter GroupLabels = new(
        "groupLabels", [NodeLabels.Group], "Labels that name a node's group, the first one found; nodes without any go by role.",
        "elastisys/compliantkubernetes:docs/operator-manual/capacity-management.md");

    private static readonly ConditionalWeakTable<ClusterSnapshot, ConcurrentDictionary<string, NodeGroups>> Known = [];

    private readonly FrozenDictionary<string, NodeGroup> _byName;
    private readonly IReadOnlyList<string> _labels;

    private NodeGroups(ClusterSnapshot cluster, IReadOnlyList<string> labels)
    {
        _labels = labels;
        _byName = cluster.Nodes.GroupBy(node => NameOf(node, labels), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => NodeGroup.Of(group.Key, [.. group], ClusterLoad.Of(cluster)), StringComparer.Ordinal);
    }

    /// <summary>The group of a node under the labels that the policy sets.</summary>
    public static NodeGroup GroupOf(Node node, RuleContext context)
    {
        var labels = context.Value(GroupLabels);
        var key = string.Join(',', labels);
        var groups = Known.GetValue(context.Cluster, static _ => new(StringComparer.Ordinal)).GetOrAdd(key, _ => new(context.Cluster, labels));
        return groups._byName[NameOf(node, groups._labels)];
    }

    /// <summary>The name of a node's group: the label's value, or else its role.</summary>
    public static string NameOf(Node node, IReadOnlyList<string> labels) =>
        labels.Select(label => node.Metadata.Labels.Find(label)).FirstOrDefault(name => !string.IsNullOrEmpty(name))
        ?? (node.IsControlPlane ? "control plane" : "workers");
}

using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Nodes that are sized together and stand in for each other.</summary>
/// <param name="Name">The value of the group label, or <c>control plane</c> or <c>workers</c> for nodes without one.</param>
/// <param name="Nodes">Its nodes by name.</param>
/// <param name="Fullest">The node with the largest share of CPU or memory requested, the first by name among equals.</param>
internal sealed record NodeGroup(string Name, ImmutableArray<Node> Nodes, Node Fullest)
{
    /// <summary>Makes a group of nodes that are sorted by name.</summary>
    public static NodeGroup Of(string name, ImmutableArray<Node> nodes, ClusterLoad load) =>
        new(name, nodes, nodes.MaxBy(node => Math.Max(Share(node, load, ResourceAmounts.Cpu), Share(node, load, ResourceAmounts.Memory)))!);

    private static decimal Share(Node node, ClusterLoad load, string resource) =>
        node.Allocatable?[resource] is > 0 and var allocatable ? load.On(node)[resource] / (decimal)allocatable : -1;
}

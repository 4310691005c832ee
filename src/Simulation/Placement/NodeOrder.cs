using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>The order in which the scheduler visits nodes: one of each zone in turn.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/backend/cache/node_tree.go (list)</remarks>
internal static class NodeOrder
{
    /// <summary>Takes one node of each zone in turn, zones and nodes by name.</summary>
    public static ImmutableArray<Node> Interleave(ImmutableArray<Node> nodes)
    {
        var zones = nodes.GroupBy(ZoneOf, StringComparer.Ordinal).OrderBy(zone => zone.Key, StringComparer.Ordinal).Select(zone => zone.ToArray()).ToArray();
        var result = ImmutableArray.CreateBuilder<Node>(nodes.Length);
        for (var round = 0; result.Count < nodes.Length; round++)
        {
            foreach (var zone in zones)
            {
                if (round < zone.Length)
                {
                    result.Add(zone[round]);
                }
            }
        }

        return result.MoveToImmutable();
    }

    private static string ZoneOf(Node node)
    {
        var labels = node.Metadata.Labels;
        var region = labels.Find(NodeLabels.Region) ?? labels.Find(NodeLabels.OldRegion) ?? "";
        return $"{region}\0{labels.Find(NodeLabels.Zone) ?? labels.Find(NodeLabels.OldZone) ?? ""}";
    }
}

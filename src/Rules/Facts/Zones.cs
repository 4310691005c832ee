using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>The zones of nodes and volumes.</summary>
internal static class Zones
{
    // Storage drivers have labels of their own for zones, such as topology.gke.io/zone.
    private const string AnyZone = "/zone";

    /// <summary>The zones of nodes, each once, ordinally; nodes without the label are left out.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Node> nodes) =>
        [.. nodes.Select(node => node.Metadata.Labels.Find(NodeLabels.Zone)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The zones in which a volume can be had; none where it does not say.</summary>
    public static IReadOnlyList<string> Of(PersistentVolume volume) =>
    [
        .. (volume.NodeAffinity ?? []).SelectMany(term => term.Expressions)
            .Where(requirement => requirement.Operator == SelectorOperator.In && requirement.Key.EndsWith(AnyZone, StringComparison.Ordinal))
            .SelectMany(requirement => requirement.Values).Distinct().Order(StringComparer.Ordinal),
    ];
}

using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>The zones of nodes.</summary>
internal static class Zones
{
    /// <summary>The zones of nodes, each once, ordinally; nodes without the label are left out.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Node> nodes) =>
        [.. nodes.Select(node => node.Metadata.Labels.Find(SpreadTerm.Zone)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}

using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>How pods are spread over nodes.</summary>
internal static class NodeSpread
{
    /// <summary>How many of the pods each node has, most first, then by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, int>> Of(IReadOnlyList<Pod> pods)
    {
        var counts = new Dictionary<string, int>(pods.Count, StringComparer.Ordinal);
        for (var i = 0; i < pods.Count; i++)
        {
            if (pods[i].NodeName is { } node)
            {
                counts[node] = counts.GetValueOrDefault(node) + 1;
            }
        }

        KeyValuePair<string, int>[] spread = [.. counts];
        Array.Sort(spread, static (one, other) => one.Value != other.Value ? other.Value.CompareTo(one.Value) : string.CompareOrdinal(one.Key, other.Key));
        return spread;
    }

    /// <summary>The distribution in words: <c>worker-1: 2, worker-2: 1</c>.</summary>
    public static string InWords(IReadOnlyList<KeyValuePair<string, int>> spread) =>
        string.Join(", ", spread.Take(5).Select(pair => $"{pair.Key}: {pair.Value}")) + (spread.Count > 5 ? $" and {spread.Count - 5} more" : "");

    /// <summary>The spread constraints and anti-affinity terms of a template in words; <c>none</c> when there are none.</summary>
    public static string InWords(IReadOnlyList<SpreadTerm> terms) => terms.Count == 0 ? "none" : string.Join("; ", terms.Select(InWords));

    private static string InWords(SpreadTerm term) =>
        $"{(term.IsHard ? "hard" : "soft")} {(term.IsConstraint ? "spread" : "anti-affinity")} on {term.TopologyKey}"
        + (term.SelectsItself ? "" : ", selecting others");
}

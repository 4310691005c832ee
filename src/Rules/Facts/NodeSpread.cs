using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>How pods are spread over nodes.</summary>
internal static class NodeSpread
{
    private const int Few = 16;

    /// <summary>How many of the pods each node has, most first, then by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, int>> Of(ImmutableArray<Pod> pods)
    {
        var counts = new Dictionary<string, int>(pods.Length, StringComparer.Ordinal);
        foreach (var pod in pods)
        {
            if (pod.NodeName is { } node)
            {
                counts[node] = counts.GetValueOrDefault(node) + 1;
            }
        }

        KeyValuePair<string, int>[] spread = [.. counts];
        Array.Sort(spread, static (one, other) => one.Value != other.Value ? other.Value.CompareTo(one.Value) : string.CompareOrdinal(one.Key, other.Key));
        return spread;
    }

    /// <summary>The node that all of the bound pods are on; null when they are on several.</summary>
    public static string? OnlyNode(ImmutableArray<Pod> pods)
    {
        string? only = null;
        foreach (var pod in pods)
        {
            only ??= pod.NodeName;
            if (pod.NodeName is { } node && node != only)
            {
                return null;
            }
        }

        return only;
    }

    /// <summary>The most pods that any node has.</summary>
    public static int Most(ImmutableArray<Pod> pods)
    {
        // Most workloads are small, and then comparing all pairs costs less than a table.
        if (pods.Length > Few)
        {
            return Of(pods) is [var first, ..] ? first.Value : 0;
        }

        var most = 0;
        foreach (var pod in pods)
        {
            var same = 0;
            foreach (var other in pods)
            {
                same += pod.NodeName is { } node && node == other.NodeName ? 1 : 0;
            }

            most = Math.Max(most, same);
        }

        return most;
    }

    /// <summary>The distribution in words: <c>worker-1: 2, worker-2: 1</c>.</summary>
    public static string InWords(IReadOnlyList<KeyValuePair<string, int>> spread) =>
        Counted.Names([.. spread.Select(pair => $"{pair.Key}: {pair.Value}")]);

    /// <summary>The spread constraints and anti-affinity terms of a template in words; <c>none</c> when there are none.</summary>
    public static string InWords(IReadOnlyList<SpreadTerm> terms) => terms.Count == 0 ? "none" : string.Join("; ", terms.Select(InWords));

    private static string InWords(SpreadTerm term) =>
        $"{(term.IsHard ? "hard" : "soft")} {(term.IsConstraint ? "spread" : "anti-affinity")} on {term.TopologyKey}"
        + (term.SelectsItself ? "" : ", selecting others");
}

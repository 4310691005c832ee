using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>Nodes and pods of blockers in messages.</summary>
internal static class NodeList
{
    /// <summary>The nodes as the subject of a sentence.</summary>
    public static string InWords(IReadOnlyList<BlockedPod> pods)
    {
        var nodes = Distinct(pods.Select(pod => pod.Node));
        return nodes.Length == 1 ? $"node {nodes[0]} is" : $"{nodes.Length} nodes are";
    }

    /// <summary>The names of the nodes, the first few.</summary>
    public static string Nodes(IReadOnlyList<BlockedPod> pods) => Counted.Names(Distinct(pods.Select(pod => pod.Node)));

    /// <summary>The names of the pods, the first few.</summary>
    public static string Pods(IReadOnlyList<BlockedPod> pods) => Counted.Names(Distinct(pods.Select(pod => pod.Blocker.Pod)));

    private static string[] Distinct(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal)];
}

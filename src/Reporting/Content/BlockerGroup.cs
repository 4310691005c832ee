using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Pods of one node that the same object keeps for the same reason.</summary>
/// <param name="Node">The node.</param>
/// <param name="First">The first of them; its object, reason and message stand for all.</param>
/// <param name="Pods">The pods, each as <c>namespace/name</c>.</param>
public sealed record BlockerGroup(string Node, Blocker First, IReadOnlyList<string> Pods)
{
    private const int MostNames = 3;

    /// <summary>The pods that are kept and who owns them, with at most three names.</summary>
    public string Holds
    {
        get
        {
            var names = string.Join(", ", Pods.Take(MostNames)) + (Pods.Count > MostNames ? $" and {Pods.Count - MostNames} more" : "");
            return First.Owner is { } owner ? $"holds {names}; owner {owner}" : $"holds {names}; no controller";
        }
    }

    /// <summary>The blockers of a forecast in the order of its nodes; what waits for ever comes first on each node.</summary>
    public static IReadOnlyList<BlockerGroup> Of(DrainForecast forecast) =>
    [
        .. forecast.Nodes.SelectMany(node => node.Blockers
            .GroupBy(blocker => (blocker.Object, blocker.Reason, blocker.Owner, blocker.IsForEver))
            .OrderByDescending(group => group.Key.IsForEver)
            .Select(group => new BlockerGroup(node.Name, group.First(), [.. group.Select(blocker => blocker.Pod).Distinct(StringComparer.Ordinal)]))),
    ];
}

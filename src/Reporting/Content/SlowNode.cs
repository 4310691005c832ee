using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>A node that takes a good part of the time.</summary>
/// <param name="Node">The node.</param>
/// <param name="Share">Its part of the sum of all drains, 0 to 1.</param>
/// <param name="Slowest">The pod that leaves last; null when none is known.</param>
public sealed record SlowNode(NodeForecast Node, double Share, SlowPod? Slowest)
{
    private const int MostNodes = 3;

    /// <summary>One sentence with the numbers.</summary>
    public string Sentence
    {
        get
        {
            var part = $"{DurationText.Of(Node.DrainSeconds.Expected)}, {Math.Round(Share * 100)} % of all draining";
            return Slowest is { } pod ? $"{part}: {pod.Pod} leaves after {DurationText.Of(pod.Seconds)}, {Because(pod)}" : part;
        }
    }

    /// <summary>The slowest of the nodes that are drained, at most three. What keeps the others is listed as a blocker.</summary>
    public static IReadOnlyList<SlowNode> Of(DrainForecast forecast)
    {
        var drained = forecast.Nodes.Where(node => node.Outcome == NodeOutcome.Drained && node.DrainSeconds.Expected > 0).ToList();
        var sum = drained.Sum(node => node.DrainSeconds.Expected);
        return
        [
            .. drained.OrderByDescending(node => node.DrainSeconds.Expected).ThenBy(node => node.Name, StringComparer.Ordinal).Take(MostNodes)
                .Select(node => new SlowNode(node, node.DrainSeconds.Expected / sum, node.Slowest.Count > 0 ? node.Slowest[0] : null)),
        ];
    }

    private static string Because(SlowPod pod) => pod.Because switch
    {
        "shutdown" => "when its program has ended",
        "termination-grace" => "when its grace period is over",
        "budget" => "as its budget lets it go late",
        "force" => "as only force takes it from its budget",
        "rate-limit" => "as the drain sends only so many evictions a second",
        var other => other,
    };
}

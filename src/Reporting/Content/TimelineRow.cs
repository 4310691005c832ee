using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>One node in the timeline, with where its bars begin and end as shares of the whole run.</summary>
/// <param name="Node">The node.</param>
/// <param name="Start">Where the drain starts, 0 to 1.</param>
/// <param name="DrainEnd">Where the drain ends.</param>
/// <param name="WorkEnd">Where the node's work ends.</param>
public sealed record TimelineRow(NodeForecast Node, double Start, double DrainEnd, double WorkEnd)
{
    /// <summary>Whether the node is reached at all.</summary>
    public bool IsReached => Node.Outcome != NodeOutcome.NotReached;

    /// <summary>The rows that are shown: every node, or those that are not drained and the slowest ones, in the order of the plan.</summary>
    /// <param name="report">The forecast.</param>
    /// <param name="most">How many rows are shown at most.</param>
    public static IReadOnlyList<TimelineRow> Of(ForecastReport report, int most)
    {
        var end = End(report.Forecast);
        var kept = report.Forecast.Nodes.Count <= most ? null : report.Forecast.Nodes
            .OrderBy(node => node.Outcome is NodeOutcome.Drained or NodeOutcome.NotReached)
            .ThenBy(node => node.Outcome == NodeOutcome.NotReached)
            .ThenByDescending(node => node.DrainSeconds.Expected)
            .Take(most).ToHashSet<NodeForecast>(ReferenceEqualityComparer.Instance);
        return [.. report.Forecast.Nodes.Where(node => kept is null || kept.Contains(node)).Select(node => Row(node, end))];
    }

    // What never ends runs off the edge, and takes a third of the width to be seen.
    private static double End(DrainForecast forecast)
    {
        var end = forecast.Nodes.Where(node => node.Outcome != NodeOutcome.NotReached)
            .Select(node => IsFinite(node) ? WorkEndOf(node) : node.StartSeconds.Expected).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var isOpen = forecast.Nodes.Any(node => node.Outcome != NodeOutcome.NotReached && !IsFinite(node));
        return Math.Max(1, isOpen ? end * 1.5 : end);
    }

    private static TimelineRow Row(NodeForecast node, double end)
    {
        if (node.Outcome == NodeOutcome.NotReached)
        {
            return new(node, 1, 1, 1);
        }

        var start = Share(node.StartSeconds.Expected, end);
        var drained = Share(node.StartSeconds.Expected + node.DrainSeconds.Expected, end);
        return new(node, start, drained, IsFinite(node) ? Share(WorkEndOf(node), end) : drained);
    }

    private static double WorkEndOf(NodeForecast node) =>
        Math.Max(node.DoneSeconds.Expected, node.StartSeconds.Expected + node.DrainSeconds.Expected);

    private static bool IsFinite(NodeForecast node) =>
        node.Outcome != NodeOutcome.NotReached && double.IsFinite(node.StartSeconds.Expected + node.DrainSeconds.Expected);

    private static double Share(double seconds, double end) => double.IsFinite(seconds) ? Math.Clamp(seconds / end, 0, 1) : 1;
}

using System.Globalization;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>Puts the forecast of one node into the lines that an operator sees when cordoning it.</summary>
internal static class CordonWarnings
{
    /// <summary>At most five lines: how long, what blocks, who goes down.</summary>
    public static IReadOnlyList<string> Of(string node, DrainForecast forecast)
    {
        var lines = new List<string> { Summary(node, forecast.Nodes[0]) };
        lines.AddRange(forecast.Nodes[0].Blockers.DistinctBy(blocker => (blocker.Object, blocker.Reason)).Select(blocker =>
            $"drain-blocked: {Named(blocker.Object)} holds pod {blocker.Pod}: {blocker.Message}"));
        lines.AddRange(forecast.Workloads.Where(workload => workload is { LowestReady: 0, ReadyBefore: > 0 }).OrderByDescending(workload => workload.DowntimeSeconds.Expected)
            .Select(workload => $"drain-downtime: {Named(workload.Workload)} has no ready pod for {Seconds(workload.DowntimeSeconds.Expected)}; run more replicas on other nodes"));
        string[] texts = [.. lines.Select(line => WarningText.Limit(WarningText.Clean(line))).Distinct(StringComparer.Ordinal)];
        return texts.Length <= WarningList.Most
            ? texts
            : [.. texts.Take(WarningList.Most - 1), $"riskanalyzer: {texts.Length - WarningList.Most + 1} more not shown; run: riskanalyzer drain"];
    }

    private static string Summary(string node, NodeForecast forecast)
    {
        var pods = forecast.Evictions == 1 ? "1 eviction" : $"{forecast.Evictions} evictions";
        return forecast.Outcome switch
        {
            NodeOutcome.Drained => $"drain-forecast: {node}: {pods} in about {Seconds(forecast.DrainSeconds.Expected)}"
                + $" ({Seconds(forecast.DrainSeconds.Best)} to {Seconds(forecast.DrainSeconds.Worst)})",
            NodeOutcome.Blocked => $"drain-forecast: {node}: a drain would not end: it is blocked after {pods}",
            NodeOutcome.Refused => $"drain-forecast: {node}: kubectl drain would refuse to start",
            _ => $"drain-forecast: {node}: a drain would fail after {pods}",
        };
    }

    // Kind/namespace/name as warnings write it.
    private static string Named(string reference) =>
        reference.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? $"{reference[..slash]} {reference[(slash + 1)..]}" : reference;

    private static string Seconds(double seconds) => seconds < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(seconds)} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(seconds / 60)} min");
}

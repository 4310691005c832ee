using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.JUnit;

/// <summary>A forecast as test results: a case for each node, and one for the window.</summary>
public static class JUnitForecast
{
    /// <summary>Writes the forecast.</summary>
    public static void Write(ForecastReport report, TextWriter output) => JUnitWriter.Write(output, "riskanalyzer drain", [Suite(report)]);

    /// <summary>The forecast as one suite.</summary>
    internal static JUnitSuite Suite(ForecastReport report)
    {
        var cases = report.Forecast.Nodes.Select(Node).ToList();
        if (ForecastVerdict.Window(report) is { } window)
        {
            cases.Add(new("window", report.OverrunSeconds > 0 ? JUnitResult.Failure : JUnitResult.Passed) { Message = window, Type = "window-overrun" });
        }

        return new("drain", cases);
    }

    private static JUnitCase Node(NodeForecast node)
    {
        var result = node.Outcome switch
        {
            NodeOutcome.Drained => JUnitResult.Passed,
            NodeOutcome.Blocked or NodeOutcome.Refused or NodeOutcome.Failed => JUnitResult.Failure,
            NodeOutcome.NotReached => JUnitResult.Skipped,
            _ => throw new ArgumentOutOfRangeException(nameof(node), node.Outcome, null),
        };
        var blockers = string.Join("; ", node.Blockers.Select(blocker => $"{blocker.Pod}: {blocker.Object}: {blocker.Message}"));
        return new(node.Name, result)
        {
            Message = result == JUnitResult.Passed ? "" : $"{Words.Of(node.Outcome)}{(blockers.Length > 0 ? $": {blockers}" : "")}",
            Type = Words.Of(node.Outcome),
            Seconds = node.Outcome == NodeOutcome.NotReached ? null : node.DrainSeconds.Expected,
        };
    }
}

using System.Globalization;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Whether a maintenance will finish and when, in one or two sentences.</summary>
public static class ForecastVerdict
{
    /// <summary>The answer in a few words: completes, stops or never ends, and how long that takes.</summary>
    public static string Headline(ForecastReport report)
    {
        var forecast = report.Forecast;
        var drained = forecast.Nodes.Count(node => node.Outcome == NodeOutcome.Drained);
        var culprits = forecast.Nodes.Where(node => node.Outcome is NodeOutcome.Blocked or NodeOutcome.Refused or NodeOutcome.Failed).Select(node => node.Name).ToList();
        var result = $"{drained} of {Counted.Of(forecast.Nodes.Count, "node")} drained";
        return forecast.Outcome switch
        {
            ForecastOutcome.Completes => $"Completes in {DurationText.Of(forecast.TotalSeconds.Expected)}{Range(forecast.TotalSeconds)}",
            ForecastOutcome.Stops when culprits.Count == 0 => $"Ends after {DurationText.Of(forecast.TotalSeconds.Expected)} with only {result}",
            ForecastOutcome.Stops when AllDone(forecast, culprits) =>
                $"Ends after {DurationText.Of(forecast.TotalSeconds.Expected)}; {Counted.Names(culprits)} {(culprits.Count == 1 ? "is" : "are")} not drained but done all the same: {result}",
            ForecastOutcome.Stops when !report.Plan.StopsAtFailure => $"Ends after {DurationText.Of(forecast.TotalSeconds.Expected)} without {Counted.Names(culprits)}: {result}",
            ForecastOutcome.Stops => $"Stops at {culprits[0]} after {DurationText.Of(forecast.TotalSeconds.Expected)}: {result}",
            ForecastOutcome.NeverEnds when culprits.Count == 0 => $"Never ends: {result}",
            ForecastOutcome.NeverEnds => $"Never ends: the drain of {culprits[0]} waits for something that does not happen; {result}",
            _ => throw new ArgumentOutOfRangeException(nameof(report), forecast.Outcome, null),
        };
    }

    /// <summary>Whether it fits the window; null without one, or when it does not complete anyway.</summary>
    public static string? Window(ForecastReport report)
    {
        if (report.Plan.WindowSeconds is not { } window || report.Forecast.Outcome != ForecastOutcome.Completes)
        {
            return null;
        }

        var length = $"the window of {DurationText.Of(window)}";
        var end = report.Plan.WindowStart is { } start
            ? $"; done at {Clock(start, report.Forecast.TotalSeconds.Expected)}, at the latest {Clock(start, report.Forecast.TotalSeconds.Worst)}, window closes {Clock(start, window)}"
            : "";
        if (report.OverrunSeconds > 0)
        {
            return $"Does not fit {length}: {DurationText.Of(report.OverrunSeconds)} too long{end}";
        }

        return report.WorstOverrunSeconds > 0
            ? $"Fits {length} as expected, but is {DurationText.Of(report.WorstOverrunSeconds)} too long in the worst case{end}"
            : $"Fits {length} even in the worst case{end}";
    }

    /// <summary>How many nodes are done in the window, and until when the next one may still be started; null without a window.</summary>
    public static string? LastSafeStart(ForecastReport report)
    {
        if (report.Forecast.Window is not { } window)
        {
            return null;
        }

        var worst = window.NodesThatFitWorst == window.NodesThatFit ? "" : $" ({window.NodesThatFitWorst} in the worst case)";
        var fit = $"{window.NodesThatFit} of {Counted.Of(report.Forecast.Nodes.Count, "node")} done before the window closes{worst}";
        return window.LastSafeStartSeconds is { } last
            ? $"{fit}; start no node after {Moment(report, last)}{(window.LastSafeStartWorstSeconds is { } sure ? $", to be sure after {Moment(report, sure)}" : "")}"
            : $"{fit}; it is too short for any node";
    }

    /// <summary>What is to be done, in one line.</summary>
    public static string Plan(ForecastReport report)
    {
        var plan = report.Plan;
        var name = plan.Name.Length > 0 ? $"plan {plan.Name}, " : "";
        return $"{name}profile {PlanText.NameOf(plan.Profile)}, {Counted.Of(plan.Nodes.Count, "node")}, {plan.Concurrency} at a time";
    }

    /// <summary>A moment of the run as a clock shows it, in UTC.</summary>
    public static string Clock(DateTimeOffset start, double seconds) => double.IsFinite(seconds)
        ? start.ToUniversalTime().AddSeconds(Math.Min(seconds, TimeSpan.FromDays(3650).TotalSeconds)).ToString(Format(start, seconds), CultureInfo.InvariantCulture)
        : "never";

    private static string Moment(ForecastReport report, double seconds) =>
        report.Plan.WindowStart is { } start ? Clock(start, seconds) : DurationText.Of(seconds);

    private static string Format(DateTimeOffset start, double seconds) =>
        start.ToUniversalTime().Date == start.ToUniversalTime().AddSeconds(Math.Min(seconds, TimeSpan.FromDays(3650).TotalSeconds)).Date
            ? "HH:mm 'UTC'" : "MMM d HH:mm 'UTC'";

    private static bool AllDone(DrainForecast forecast, List<string> culprits) =>
        forecast.Nodes.All(node => node.DoneSeconds.Expected > 0 || !culprits.Contains(node.Name));

    private static string Range(Estimate total) => DurationText.Of(total.Best) == DurationText.Of(total.Worst)
        ? "" : $" (best {DurationText.Of(total.Best)}, worst {DurationText.Of(total.Worst)})";
}

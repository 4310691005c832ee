using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>What a change would bring, in a few words.</summary>
internal static class FixGain
{
    private const double LeastSeconds = 0.05;

    /// <summary>That the run completes, how much time is saved, or that more nodes are drained.</summary>
    public static string Of(ForecastFix fix) => fix switch
    {
        { MakesItComplete: true } => "completes",
        { SavesSeconds: >= LeastSeconds } => $"saves {DurationText.Of(fix.SavesSeconds)}",
        { SavesWorstSeconds: >= LeastSeconds } => $"saves up to {DurationText.Of(fix.SavesWorstSeconds)}",
        _ => "drains more",
    };
}

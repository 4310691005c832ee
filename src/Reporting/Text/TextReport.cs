using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>A scan for a terminal: what blocks, what to change, what was not looked at, and one line that sums it up.</summary>
public static class TextReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(RiskReport report, TextWriter output, TextLayout layout)
    {
        var page = new TextPage(output, layout);
        Header(page, report.Source, report.CapturedAt);
        TextFindings.Write(page, "What blocks", report.Counting.Where(finding => finding.Severity == Severity.Blocker));
        if (report.Forecast is { } forecast)
        {
            TextForecast.WriteBrief(page, forecast);
        }

        TextFindings.Write(page, "What to change", report.Counting.Where(finding => finding.Severity != Severity.Blocker));
        TextFindings.WriteExempted(page, [.. report.Exempted]);
        TextNotLookedAt.Write(page, report);
        Summary(page, report);
    }

    /// <summary>Writes where the objects come from.</summary>
    internal static void Header(TextPage page, string source, DateTimeOffset capturedAt) =>
        page.Paragraph(0, $"{source}, as of {MomentText.Of(capturedAt)}", Tone.Quiet);

    private static void Summary(TextPage page, RiskReport report)
    {
        var summary = new ReportSummary(report);
        var parts = new List<string> { report.IsNothingJudged ? "nothing was judged" : summary.Phrase };
        if (summary.Exempted > 0)
        {
            parts.Add($"{summary.Exempted} exempted");
        }

        if (summary.NotEvaluated > 0)
        {
            parts.Add($"{Counted.Of(summary.NotEvaluated, "rule")} not evaluated");
        }

        if (report.Problems.Count(problem => !problem.IsPartial) is > 0 and var problems)
        {
            parts.Add($"{Counted.Of(problems, "problem")} in the input");
        }

        if (report.Forecast is { } forecast)
        {
            parts.Add($"the drain {Phrase(forecast)}");
        }

        page.Gap();
        page.Paragraph(0, $"Summary: {string.Join("; ", parts)}.", report.HasFailingFinding || report.Forecast is { IsGood: false } ? Tone.Blocker : report.IsNothingJudged ? Tone.Medium : Tone.Good);
    }

    private static string Phrase(ForecastReport report) => report.Forecast.Outcome switch
    {
        Simulation.Forecasts.ForecastOutcome.Completes =>
            $"completes in {DurationText.Of(report.Forecast.TotalSeconds.Expected)}{(report.OverrunSeconds > 0 ? ", too long for the window" : "")}",
        Simulation.Forecasts.ForecastOutcome.Stops => "stops before the end",
        Simulation.Forecasts.ForecastOutcome.NeverEnds => "never ends",
        _ => throw new ArgumentOutOfRangeException(nameof(report), report.Forecast.Outcome, null),
    };
}

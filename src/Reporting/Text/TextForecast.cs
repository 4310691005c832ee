using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>A forecast for a terminal: will it finish and when, what blocks, what takes the time, and then the details.</summary>
public static class TextForecast
{
    private const int MostEntries = 10;

    /// <summary>Writes the forecast in depth.</summary>
    public static void Write(ForecastReport report, TextWriter output, TextLayout layout)
    {
        var page = new TextPage(output, layout);
        Verdict(page, report);
        Blockers(page, report.Forecast);
        Slowest(page, report.Forecast);
        TextTimeline.Write(page, report);
        Workloads(page, report.Forecast);
        Fixes(page, report.Forecast, int.MaxValue);
        Assumptions(page, report.Forecast);
        Unknowns(page, report);
        page.Gap();
        TextReport.Header(page, report.Source, report.CapturedAt);
        page.Paragraph(0, ForecastVerdict.Plan(report), Tone.Quiet);
    }

    /// <summary>Writes what a scan shows of its forecast.</summary>
    internal static void WriteBrief(TextPage page, ForecastReport report)
    {
        page.Section($"FORECAST ({ForecastVerdict.Plan(report)})");
        Verdict(page, report, indent: 2);
        page.Paragraph(2, "riskanalyzer drain shows the timeline, every workload and all assumptions.", Tone.Quiet);
        Blockers(page, report.Forecast);
        Slowest(page, report.Forecast);
        Fixes(page, report.Forecast, FindingGroups.MostAlike);
    }

    private static void Verdict(TextPage page, ForecastReport report, int indent = 0)
    {
        var bad = report.IsGood ? Tone.Good : report.Forecast.Outcome == ForecastOutcome.Completes ? Tone.High : Tone.Blocker;
        page.Paragraph(indent, ForecastVerdict.Headline(report), bad);
        if (TakenByForce.Headline(report.Forecast) is { } force)
        {
            page.Paragraph(indent, force, Tone.High);
        }

        if (ForecastVerdict.Window(report) is { } window)
        {
            page.Paragraph(indent, window, report.OverrunSeconds > 0 ? Tone.High : report.WorstOverrunSeconds > 0 ? Tone.Medium : Tone.Good);
        }

        if (ForecastVerdict.LastSafeStart(report) is { } last)
        {
            page.Paragraph(indent, last);
        }
    }

    private static void Blockers(TextPage page, DrainForecast forecast)
    {
        var groups = BlockerGroup.Of(forecast);
        if (groups.Count == 0)
        {
            return;
        }

        page.Section("WHAT KEEPS PODS ON THEIR NODES");
        var shown = page.Layout.Expand ? groups.Count : Math.Min(groups.Count, MostEntries);
        foreach (var group in groups.Take(shown))
        {
            var first = group.First;
            page.Labelled(2, first.IsForEver ? "never ends" : "only slow", 10, first.IsForEver ? Tone.Blocker : Tone.Medium, $"{group.Node}: {first.Object} ({Words.Of(first.Reason)})", Tone.Name);
            page.Paragraph(page.IsNarrow ? 4 : 13, first.Message);
            page.Paragraph(page.IsNarrow ? 4 : 13, group.Holds, Tone.Quiet);
        }

        TextFindings.More(page, groups.Count - shown);
    }

    private static void Slowest(TextPage page, DrainForecast forecast)
    {
        List(page, "WHAT IS TAKEN BY FORCE", TakenByForce.Of(forecast), forced => $"{forced.Name}: {forced.Sentence}");
        List(page, "JOBS THAT FAIL", FailedJobs.Of(forecast), failed => $"{failed.Name}: {failed.Sentence}");
        List(page, "WHAT TAKES THE TIME", TimeSinks.Of(forecast), sink => $"{sink.Name}: {sink.Sentence}");
        List(page, "REPLACEMENTS WITHOUT A FREE PLACE", TimeSinks.Homeless(forecast), homeless => $"{homeless.Name}: {homeless.Sentence}");
    }

    private static void Workloads(TextPage page, DrainForecast forecast)
    {
        var (down, others) = (Downtime.Of(forecast), Downtime.Others(forecast));
        List(page, $"WITHOUT A READY POD ({Counted.Of(down.Count, "workload")})", down, workload =>
            $"{workload.Workload}: for {DurationText.Of(workload.DowntimeSeconds)}; {Downtime.Evictions(workload)}");
        List(page, $"OTHER WORKLOADS THAT ARE EVICTED ({Counted.Of(others.Count, "workload")})", others, workload =>
            $"{workload.Workload}: {Downtime.Evictions(workload)}; at least {workload.LowestReady} of {workload.ReadyBefore} ready");
    }

    private static void Fixes(TextPage page, DrainForecast forecast, int most)
    {
        if (forecast.Fixes.Count == 0 && forecast.FixesLeftOut is null)
        {
            return;
        }

        page.Section("WHAT WOULD HELP");
        if (forecast.FixesLeftOut is { } reason)
        {
            page.Paragraph(2, $"Not looked for: {reason}", Tone.Quiet);
        }

        foreach (var fix in forecast.Fixes.Take(most))
        {
            page.Labelled(2, FixGain.Of(fix), 17, Tone.Good, $"{fix.Object}: {fix.Message} ({fix.Rule})");
        }
    }

    private static void Assumptions(TextPage page, DrainForecast forecast) =>
        List(page, "ASSUMED", forecast.Assumptions, assumption => $"{assumption.Subject}: {assumption.Text} ({assumption.Source})");

    private static void Unknowns(TextPage page, ForecastReport report)
    {
        List(page, "UNKNOWN", report.Forecast.Unknowns, unknown => unknown);
        var problems = report.Problems.Where(problem => !problem.IsPartial).ToList();
        if (problems.Count > 0)
        {
            page.Section("WHAT WAS NOT LOOKED AT");
            TextNotLookedAt.Problems(page, "Not read", problems, Tone.High);
        }
    }

    private static void List<T>(TextPage page, string title, IReadOnlyList<T> entries, Func<T, string> text)
    {
        if (entries.Count == 0)
        {
            return;
        }

        page.Section(title);
        var shown = page.Layout.Expand ? entries.Count : Math.Min(entries.Count, MostEntries);
        foreach (var entry in entries.Take(shown))
        {
            page.Paragraph(2, text(entry));
        }

        TextFindings.More(page, entries.Count - shown);
    }
}

using System.Globalization;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Html;

/// <summary>A forecast as one page.</summary>
public static class HtmlForecast
{
    private const int MostRows = 500;

    /// <summary>Writes the forecast.</summary>
    public static void Write(ForecastReport report, TextWriter output)
    {
        var page = new HtmlPage(output);
        page.Begin("Drain forecast", report.Source);
        page.Line($"<p class=\"soft\">{HtmlPage.Code(report.Source)}, as of {HtmlText.Time(report.CapturedAt)}</p>");
        WriteBody(page, report);
        WriteBasis(page, report);
        page.ListSection("What was not looked at", [.. report.Problems.Select(HtmlText.Problem)]);
        page.End();
    }

    /// <summary>Writes the forecast into a page.</summary>
    internal static void WriteBody(HtmlPage page, ForecastReport report)
    {
        var forecast = report.Forecast;
        page.Section("Forecast", () => Verdict(page, report));
        page.ListSection("What keeps pods on their nodes", [.. BlockerGroup.Of(forecast).Select(Blocker)]);
        page.ListSection("What is taken by force", [.. TakenByForce.Of(forecast).Select(Sentence)]);
        page.ListSection("Jobs that fail", [.. FailedJobs.Of(forecast).Select(Sentence)]);
        page.ListSection("What takes the time", [.. TimeSinks.Of(forecast).Select(Sentence)]);
        page.ListSection("Replacements without a free place", [.. TimeSinks.Homeless(forecast).Select(Sentence)]);
        page.Section("Timeline", () => Timeline(page, report));
        Workloads(page, forecast);
        page.ListSection("What would help",
        [
            .. forecast.FixesLeftOut is { } reason ? [$"Not looked for: {HtmlPage.Text(reason)}"] : Array.Empty<string>(),
            .. forecast.Fixes.Select(fix => $"<strong class=\"good\">{FixGain.Of(fix)}</strong> {HtmlPage.Code(fix.Object)}: {HtmlPage.Text(fix.Message)}"),
        ]);
    }

    /// <summary>Writes what the forecast rests on, at the end of a page.</summary>
    internal static void WriteBasis(HtmlPage page, ForecastReport report)
    {
        var forecast = report.Forecast;
        page.ListSection("Assumed", [.. forecast.Assumptions.Select(assumption =>
            $"{HtmlPage.Text(assumption.Subject)}: {HtmlPage.Text(assumption.Text)} <span class=\"soft\">({HtmlPage.Text(assumption.Source)})</span>")]);
        page.ListSection("Unknown", [.. forecast.Unknowns.Select(HtmlPage.Text)]);
    }

    private static void Verdict(HtmlPage page, ForecastReport report)
    {
        page.Line($"<p class=\"verdict {(report.IsGood ? "good" : "blocker")}\">{HtmlPage.Text(ForecastVerdict.Headline(report))}.</p>");
        foreach (var sentence in new[] { TakenByForce.Headline(report.Forecast), ForecastVerdict.Window(report), ForecastVerdict.LastSafeStart(report) }.OfType<string>())
        {
            page.Line($"<p>{HtmlPage.Text(sentence)}.</p>");
        }

        page.Line($"<p class=\"soft\">{HtmlPage.Text(ForecastVerdict.Plan(report))}</p>");
    }

    private static string Sentence(NamedSentence named) => $"{HtmlPage.Code(named.Name)}: {HtmlPage.Text(named.Sentence)}";

    private static string Blocker(BlockerGroup group) =>
        $"<strong class=\"{(group.First.IsForEver ? "blocker" : "medium")}\">{(group.First.IsForEver ? "never ends" : "only slow")}</strong> {HtmlPage.Code(group.Node)}: "
        + $"{HtmlPage.Code(group.First.Object)} ({Words.Of(group.First.Reason)}): {HtmlPage.Text(group.First.Message)} <span class=\"soft\">{HtmlPage.Text(group.Holds)}</span>";

    private static void Timeline(HtmlPage page, ForecastReport report)
    {
        var rows = TimelineRow.Of(report, MostRows);
        page.Line("<p class=\"soft\">Expected times.<span class=\"key drain\"></span>drain<span class=\"key work\"></span>node work</p>");
        page.Table("Timeline of the nodes", ["Node", "Outcome", "Starts", "Drain", "When"], rows.Select(row => Row(report, row)));
        if (rows.Count < report.Forecast.Nodes.Count)
        {
            page.Line($"<p class=\"soft\">{report.Forecast.Nodes.Count - rows.Count} drained nodes that are quicker are not shown.</p>");
        }
    }

    private static string Row(ForecastReport report, TimelineRow row)
    {
        var node = row.Node;
        var outcome = $"<td><strong class=\"{(node.Outcome == NodeOutcome.Drained ? "good" : row.IsReached ? "blocker" : "info")}\">{Words.Of(node.Outcome)}</strong></td>";
        var name = $"<th scope=\"row\">{HtmlPage.Code(node.Name)}</th>";
        if (!row.IsReached)
        {
            return $"{name}{outcome}<td></td><td></td><td class=\"bar\"></td>";
        }

        var start = report.Plan.WindowStart is { } opens ? ForecastVerdict.Clock(opens, node.StartSeconds.Expected) : DurationText.Of(node.StartSeconds.Expected);
        var bar = $"<div class=\"track\" aria-hidden=\"true\"><span style=\"width:{Percent(row.Start)}\"></span><span class=\"drain\" style=\"width:{Percent(row.DrainEnd - row.Start)}\"></span>"
            + $"<span class=\"work\" style=\"width:{Percent(row.WorkEnd - row.DrainEnd)}\"></span></div>";
        return $"{name}{outcome}<td>{start}</td><td>{DurationText.Of(node.DrainSeconds)}</td><td class=\"bar\">{bar}</td>";
    }

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static void Workloads(HtmlPage page, DrainForecast forecast)
    {
        if (forecast.Workloads.Count == 0)
        {
            return;
        }

        var rows = Downtime.Of(forecast).Concat(Downtime.Others(forecast)).ToList();
        page.Section("Workloads", () => page.Table(
            "Workloads", ["Workload", "Without a ready pod", "Fewest ready", "Evictions"], rows.Take(MostRows).Select(workload =>
                $"<th scope=\"row\">{HtmlPage.Code(workload.Workload)}</th><td>{Without(workload)}</td><td>{workload.LowestReady} of {workload.ReadyBefore}</td>"
                + $"<td>{(workload.Evictions == 0 ? workload.Forced > 0 ? "none, by force" : "in some runs" : $"{workload.Evictions}")}</td>")));
        if (rows.Count > MostRows)
        {
            page.Line($"<p class=\"soft\">{rows.Count - MostRows} workloads that always keep a ready pod are not shown.</p>");
        }
    }

    private static string Without(WorkloadForecast workload) =>
        Downtime.IsDown(workload) ? $"<strong class=\"high\">{DurationText.Of(workload.DowntimeSeconds)}</strong>"
        : workload.ReadyBefore < 1 ? "before, too"
        : "never";
}

using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Markdown;

/// <summary>A forecast for a comment or a step summary.</summary>
public static class MarkdownForecast
{
    /// <summary>Writes the forecast as a document of its own.</summary>
    public static void Write(ForecastReport report, TextWriter output)
    {
        var page = new MarkdownPage(output);
        page.Heading(1, "Drain forecast");
        page.Block($"{MarkdownPage.Text(ForecastVerdict.Plan(report))}; {MarkdownPage.Code(report.Source)}, as of {MomentText.Of(report.CapturedAt)}.");
        WriteBody(page, report, 2);
        if (report.Problems.Count > 0)
        {
            page.Heading(2, "What was not looked at");
            page.List(MarkdownReport.Problems(report.Problems).Take(MarkdownReport.MostEntries));
        }
    }

    /// <summary>Writes the forecast below a heading that is there already.</summary>
    internal static void WriteBody(MarkdownPage page, ForecastReport report, int level)
    {
        var forecast = report.Forecast;
        page.Block($"**{MarkdownPage.Text(ForecastVerdict.Headline(report))}.**");
        foreach (var sentence in new[] { TakenByForce.Headline(forecast), ForecastVerdict.Window(report), ForecastVerdict.LastSafeStart(report) }.OfType<string>())
        {
            page.Block($"{MarkdownPage.Text(sentence)}.");
        }

        Section(page, level, "What keeps pods on their nodes", BlockerGroup.Of(forecast), group =>
            $"{(group.First.IsForEver ? "**never ends**" : "only slow")}: {MarkdownPage.Code(group.Node)}: {MarkdownPage.Code(group.First.Object)} "
            + $"({Words.Of(group.First.Reason)}): {MarkdownPage.Text(group.First.Message)}; {MarkdownPage.Text(group.Holds)}");
        Section(page, level, "What is taken by force", TakenByForce.Of(forecast), Sentence);
        Section(page, level, "Jobs that fail", FailedJobs.Of(forecast), Sentence);
        Section(page, level, "What takes the time", TimeSinks.Of(forecast), Sentence);
        Section(page, level, "Replacements without a free place", TimeSinks.Homeless(forecast), Sentence);
        page.Heading(level, "Nodes");
        page.Table(["Node", "Outcome", "Starts after", "Drain", "Evictions"], forecast.Nodes.Take(MarkdownReport.MostEntries).Select(Node));
        Section(page, level, "Workloads without a ready pod", Downtime.Of(forecast), workload =>
            $"{MarkdownPage.Code(workload.Workload)}: for {DurationText.Of(workload.DowntimeSeconds)}; {Downtime.Evictions(workload)}");
        IReadOnlyList<string> leftOut = forecast.FixesLeftOut is { } reason ? [$"Not looked for: {MarkdownPage.Text(reason)}"] : [];
        Section(page, level, "What would help", [.. leftOut, .. forecast.Fixes.Select(Fix)], entry => entry);
        Section(page, level, "Assumed", forecast.Assumptions, assumption =>
            $"{MarkdownPage.Text(assumption.Subject)}: {MarkdownPage.Text(assumption.Text)} ({MarkdownPage.Text(assumption.Source)})");
        Section(page, level, "Unknown", forecast.Unknowns, MarkdownPage.Text);
    }

    private static string Sentence(NamedSentence named) => $"{MarkdownPage.Code(named.Name)}: {MarkdownPage.Text(named.Sentence)}";

    private static string Fix(ForecastFix fix) => $"{FixGain.Of(fix)}: {MarkdownPage.Code(fix.Object)}: {MarkdownPage.Text(fix.Message)}";

    private static IReadOnlyList<string> Node(NodeForecast node) => node.Outcome == NodeOutcome.NotReached
        ? [MarkdownPage.Code(node.Name), Words.Of(node.Outcome), "", "", ""]
        :
        [
            MarkdownPage.Code(node.Name), Words.Of(node.Outcome), DurationText.Of(node.StartSeconds.Expected),
            DurationText.Of(node.DrainSeconds), $"{node.Evictions}",
        ];

    private static void Section<T>(MarkdownPage page, int level, string title, IReadOnlyList<T> entries, Func<T, string> text)
    {
        if (entries.Count == 0)
        {
            return;
        }

        page.Heading(level, title);
        page.List(entries.Take(MarkdownReport.MostEntries).Select(text));
        if (entries.Count > MarkdownReport.MostEntries)
        {
            page.Block($"and {entries.Count - MarkdownReport.MostEntries} more");
        }
    }
}

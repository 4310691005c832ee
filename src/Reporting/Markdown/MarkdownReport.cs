using System.Globalization;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Markdown;

/// <summary>A scan for a comment or a step summary.</summary>
public static class MarkdownReport
{
    /// <summary>Entries of a list, beyond which only a count follows; step summaries end at 1 MiB.</summary>
    internal const int MostEntries = 200;

    /// <summary>Writes the report.</summary>
    public static void Write(RiskReport report, TextWriter output)
    {
        var page = new MarkdownPage(output);
        var summary = new ReportSummary(report);
        page.Heading(1, "Maintenance risks");
        page.Block($"**{MarkdownPage.Text(summary.Phrase)}** in {MarkdownPage.Code(report.Source)}, as of {MomentText.Of(report.CapturedAt)}.");
        Findings(page, "What blocks", report.Counting.Where(finding => finding.Severity == Severity.Blocker));
        if (report.Forecast is { } forecast)
        {
            page.Heading(2, "Forecast");
            MarkdownForecast.WriteBody(page, forecast, 3);
        }

        Findings(page, "What to change", report.Counting.Where(finding => finding.Severity != Severity.Blocker));
        Exempted(page, [.. report.Exempted]);
        NotLookedAt(page, report);
    }

    /// <summary>Lists what could not be read.</summary>
    internal static IEnumerable<string> Problems(IEnumerable<LoadProblem> problems) => problems.Select(problem =>
        $"{(problem.IsPartial ? "Partial, not judged" : "Not read")}: {Place(problem.Location.ToString())}{MarkdownPage.Text(problem.Message)}");

    private static string Place(string place) => place.Length > 0 ? $"{MarkdownPage.Code(place)} " : "";

    private static void Findings(MarkdownPage page, string title, IEnumerable<Finding> findings)
    {
        var groups = FindingGroups.Of(findings, expand: false);
        if (groups.Count == 0)
        {
            return;
        }

        page.Heading(2, title);
        page.Table(
            ["Severity", "Object", "Rule", "Finding", "Fix"],
            groups.SelectMany(Rows).Take(MostEntries));
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(FindingGroup group)
    {
        if (group.Rule is not null)
        {
            var first = group.Findings[0];
            var more = group.Objects.Count - 1;
            yield return Row(first, $"{MarkdownPage.Code(first.Object.ToString())} and {more} more", first.Message);
            yield break;
        }

        foreach (var alike in group.Findings.GroupBy(finding => (finding.Rule, finding.Severity)))
        {
            var first = alike.First();
            var more = alike.Count() - 1;
            yield return Row(first, MarkdownPage.Code(first.Object.ToString()), first.Message + (more > 0 ? $" (and {more} more like this)" : ""));
        }
    }

    private static IReadOnlyList<string> Row(Finding finding, string subject, string message) =>
    [
        Words.Of(finding.Severity), subject, MarkdownPage.Code(finding.Rule),
        $"{MarkdownPage.Code(finding.Field)}: {MarkdownPage.Text(message)}", MarkdownPage.Text(finding.Fix),
    ];

    private static void Exempted(MarkdownPage page, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        page.Heading(2, "Exempted");
        page.Table(["Object", "Rule", "By", "Reason", "Until"], findings.Take(MostEntries).Select(finding => (IReadOnlyList<string>)
        [
            MarkdownPage.Code(finding.Object.ToString()), MarkdownPage.Code(finding.Rule), MarkdownPage.Text(finding.Exemption!.By),
            MarkdownPage.Text(ExemptionText.Reason(finding.Exemption)), finding.Exemption.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        ]));
    }

    private static void NotLookedAt(MarkdownPage page, RiskReport report)
    {
        List<string> lines =
        [
            .. NotEvaluatedReason.Group(report.Evaluation.NotEvaluated).Select(reason => $"Not evaluated, {MarkdownPage.Text(reason.Reason)}: {reason.RuleList}"),
            .. report.Evaluation.Failed.Select(failed => $"Failed: {MarkdownPage.Code(failed.Rule)} on {MarkdownPage.Code(failed.Object.ToString())}: {MarkdownPage.Text(failed.How)}"),
            .. Problems(report.Problems),
            .. report.PassedOver.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"Custom resources, no rule is about them: {pair.Value} {MarkdownPage.Code(pair.Key)}"),
        ];
        if (lines.Count > 0)
        {
            page.Heading(2, "What was not looked at");
            page.List(lines.Take(MostEntries));
            if (lines.Count > MostEntries)
            {
                page.Block($"and {lines.Count - MostEntries} more");
            }
        }
    }
}

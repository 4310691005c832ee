using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Html;

/// <summary>A scan as one page.</summary>
public static class HtmlReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(RiskReport report, TextWriter output)
    {
        var page = new HtmlPage(output);
        page.Begin("Maintenance risks", report.Source);
        Header(page, report);
        HtmlFindings.Write(page, "What blocks", report.Counting.Where(finding => finding.Severity == Severity.Blocker));
        if (report.Forecast is { } forecast)
        {
            HtmlForecast.WriteBody(page, forecast);
        }

        HtmlFindings.Write(page, "What to change", report.Counting.Where(finding => finding.Severity != Severity.Blocker));
        page.ListSection("Exempted", [.. report.Exempted.Select(Exempted)]);
        page.ListSection("What was not looked at", [.. NotLookedAt(report)]);
        if (report.Forecast is { } basis)
        {
            HtmlForecast.WriteBasis(page, basis);
        }

        page.End();
    }

    private static void Header(HtmlPage page, RiskReport report)
    {
        var summary = new ReportSummary(report);
        var tone = report.HasFailingFinding || report.Forecast is { IsGood: false } ? "blocker" : summary.Total > 0 ? "medium" : "good";
        page.Line($"<p class=\"soft\">{HtmlPage.Code(report.Source)}, as of {HtmlText.Time(report.CapturedAt)}</p>");
        page.Line($"<p class=\"verdict {tone}\">{HtmlPage.Text(Verdict(report, summary))}</p>");
        page.Line("<ul class=\"counts\">");
        foreach (var severity in ReportSummary.WorstFirst)
        {
            page.Line($"<li><strong class=\"{Words.Of(severity)}\">{summary.Of(severity)}</strong> {Words.Of(severity)}</li>");
        }

        page.Line($"<li><strong>{summary.Exempted}</strong> exempted</li><li><strong>{summary.NotEvaluated}</strong> rules not evaluated</li>\n</ul>");
    }

    private static string Verdict(RiskReport report, ReportSummary summary)
    {
        var findings = char.ToUpperInvariant(summary.Phrase[0]) + summary.Phrase[1..];
        return report.Forecast is { } forecast ? $"{findings}. {ForecastVerdict.Headline(forecast)}." : $"{findings}.";
    }

    private static string Exempted(Finding finding)
    {
        var exemption = finding.Exemption!;
        var until = exemption.Until is { } day ? $" until {day:yyyy-MM-dd}" : " without an end";
        var owner = exemption.Owner is { } name ? $", owner {HtmlPage.Text(name)}" : "";
        return $"{HtmlPage.Code(finding.Object.ToString())} {HtmlPage.Code(finding.Rule)}: {HtmlPage.Text(ExemptionText.Reason(exemption))}{owner}{until} "
            + $"<span class=\"soft\">({HtmlPage.Text(exemption.By)})</span>";
    }

    private static IEnumerable<string> NotLookedAt(RiskReport report) =>
    [
        .. NotEvaluatedReason.Group(report.Evaluation.NotEvaluated).Select(reason => $"Not evaluated, {HtmlPage.Text(reason.Reason)}: {HtmlPage.Text(reason.RuleList)}"),
        .. report.Evaluation.Failed.Select(failed => $"Failed: {HtmlPage.Code(failed.Rule)} on {HtmlPage.Code(failed.Object.ToString())}: {HtmlPage.Text(failed.How)}"),
        .. report.Problems.Select(HtmlText.Problem),
        .. report.PassedOver.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"Custom resources, no rule is about them: {pair.Value} {HtmlPage.Code(pair.Key)}"),
    ];
}

using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Html;

/// <summary>Findings on a page, one object after the other; what many objects share is one entry that opens.</summary>
internal static class HtmlFindings
{
    public static void Write(HtmlPage page, string title, IEnumerable<Finding> findings)
    {
        var groups = FindingGroups.Of(findings, expand: false);
        if (groups.Count == 0)
        {
            return;
        }

        page.Section(title, () =>
        {
            foreach (var group in groups)
            {
                if (group.Rule is null)
                {
                    WriteObject(page, group);
                }
                else
                {
                    WriteRule(page, group);
                }
            }
        });
    }

    private static void WriteObject(HtmlPage page, FindingGroup group)
    {
        var place = group.Findings[0].Source.ToString();
        page.Line($"<article class=\"entry {Words.Of(group.Severity)}\">\n<h3>{HtmlPage.Code(group.Findings[0].Object.ToString())}</h3>");
        if (place.Length > 0)
        {
            page.Line($"<p class=\"soft\">{HtmlPage.Text(place)}</p>");
        }

        foreach (var alike in group.Findings.GroupBy(finding => (finding.Rule, finding.Severity)))
        {
            foreach (var finding in alike)
            {
                page.Line($"<p>{Tag(finding)} {HtmlPage.Code(finding.Rule)} {HtmlPage.Code(finding.Field)}: {HtmlPage.Text(finding.Message)}</p>");
            }

            page.Line($"<p class=\"soft\">Fix: {HtmlPage.Text(alike.First().Fix)}</p>");
        }

        page.Line("</article>");
    }

    private static void WriteRule(HtmlPage page, FindingGroup group)
    {
        var first = group.Findings[0];
        page.Line($"<article class=\"entry {Words.Of(group.Severity)}\">\n<h3>{Counted.Of(group.Objects.Count, "object")}: {HtmlPage.Code(group.Rule!)}</h3>");
        page.Line($"<p>{Tag(first)} for example {HtmlPage.Code(first.Object.ToString())}: {HtmlPage.Text(first.Message)}</p>");
        page.Line($"<p class=\"soft\">Fix: {HtmlPage.Text(first.Fix)}</p>");
        page.Line("<details><summary>All of them</summary><ul>");
        foreach (var finding in group.Findings)
        {
            var place = finding.Source.ToString();
            page.Line($"<li>{HtmlPage.Code(finding.Object.ToString())} {HtmlPage.Text(finding.Message)}{(place.Length > 0 ? $" <span class=\"soft\">{HtmlPage.Text(place)}</span>" : "")}</li>");
        }

        page.Line("</ul></details>\n</article>");
    }

    private static string Tag(Finding finding) => $"<span class=\"tag {Words.Of(finding.Severity)}\">{Words.Of(finding.Severity)}</span>";
}

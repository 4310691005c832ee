using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>The list of rules in columns: severity, name, and what the rule finds.</summary>
public static class RuleListText
{
    private const int SeverityWidth = 8;

    // Below this, little room is left beside the names.
    private const int LeastForColumns = 80;

    /// <summary>Writes the rules by category; expanded, each has one line however long.</summary>
    public static void Write(IReadOnlyList<RuleDescriptor> rules, TextWriter output, TextLayout layout)
    {
        var page = new TextPage(output, layout);
        var nameWidth = rules.Select(rule => rule.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var category in rules.GroupBy(rule => rule.Category).OrderBy(group => group.Key))
        {
            page.Section(Words.Of(category.Key).ToUpperInvariant());
            foreach (var rule in category)
            {
                Line(page, rule, nameWidth);
            }
        }

        page.Gap();
        page.Paragraph(0, $"{Counted.Of(rules.Count, "rule")}. 'riskanalyzer rules explain NAME' says more.", Tone.Quiet);
    }

    private static void Line(TextPage page, RuleDescriptor rule, int nameWidth)
    {
        var severity = Words.Of(rule.Severity);
        var summary = rule.Summary + (rule.IsOptIn ? " (off unless a policy enables it)" : "");
        if (page.Layout.Expand)
        {
            page.Raw($"  {severity.PadRight(SeverityWidth)}{rule.Name.PadRight(nameWidth)} {summary}");
        }
        else if (page.Layout.Width < LeastForColumns)
        {
            page.Labelled(2, severity, SeverityWidth - 1, Tones.Of(rule.Severity), $"{rule.Name}: {summary}");
        }
        else
        {
            page.Labelled(2, severity.PadRight(SeverityWidth) + rule.Name, SeverityWidth + nameWidth, Tones.Of(rule.Severity), summary);
        }
    }
}

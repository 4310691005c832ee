using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>Findings for a terminal, one object after the other; what many objects share is one entry.</summary>
internal static class TextFindings
{
    private const int SeverityWidth = 7;

    public static void Write(TextPage page, string title, IEnumerable<Finding> findings)
    {
        var groups = FindingGroups.Of(findings, page.Layout.Expand);
        if (groups.Count == 0)
        {
            return;
        }

        page.Section(title.ToUpperInvariant());
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
    }

    public static void WriteExempted(TextPage page, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        page.Section($"EXEMPTED ({findings.Count})");
        var shown = page.Layout.Expand ? findings : [.. findings.Take(FindingGroups.MostAlike)];
        foreach (var finding in shown)
        {
            var exemption = finding.Exemption!;
            var owner = exemption.Owner is { } name ? $", owner {name}" : "";
            var until = exemption.Until is { } day ? $", until {day:yyyy-MM-dd}" : ", without an end";
            page.Labelled(2, Words.Of(finding.Severity), SeverityWidth, Tone.Quiet, $"{finding.Object}: {finding.Rule}; {ExemptionText.Reason(exemption)} ({exemption.By}{owner}{until})", Tone.Quiet);
        }

        More(page, findings.Count - shown.Count);
    }

    /// <summary>Says how many entries are left out.</summary>
    public static void More(TextPage page, int count)
    {
        if (count > 0)
        {
            page.Paragraph(2, $"and {count} more (--expand shows all)", Tone.Quiet);
        }
    }

    private static void WriteObject(TextPage page, FindingGroup group)
    {
        var place = group.Findings[0].Source.ToString();
        page.Paragraph(2, place.Length > 0 ? $"{group.Findings[0].Object}  ({place})" : $"{group.Findings[0].Object}", Tone.Name);
        foreach (var alike in group.Findings.GroupBy(finding => (finding.Rule, finding.Severity)))
        {
            var first = alike.First();
            var rest = alike.Count() - 1;
            var shown = page.Layout.Expand ? alike : alike.Take(1);
            foreach (var finding in shown)
            {
                var more = rest > 0 && !page.Layout.Expand ? $" (and {rest} more like this)" : "";
                Entry(page, finding.Severity, $"{finding.Rule}: {finding.Field}: {finding.Message}{more}");
            }

            Fix(page, first.Fix);
        }
    }

    private static void WriteRule(TextPage page, FindingGroup group)
    {
        var first = group.Findings[0];
        var objects = group.Objects;
        page.Paragraph(2, $"{group.Rule}: {Counted.Of(objects.Count, "object")} alike", Tone.Name);
        Entry(page, group.Severity, $"{objects[0]}: {first.Field}: {first.Message}");
        page.Paragraph(Indent(page), $"also {objects[1]}, {objects[2]} and {objects.Count - 3} more (--expand shows all)", Tone.Quiet);
        Fix(page, first.Fix);
    }

    private static void Entry(TextPage page, Severity severity, string text) =>
        page.Labelled(4, Words.Of(severity), SeverityWidth, Tones.Of(severity), text);

    private static void Fix(TextPage page, string fix) => page.Paragraph(Indent(page), $"Fix: {fix}", Tone.Quiet);

    private static int Indent(TextPage page) => page.IsNarrow ? 6 : 4 + SeverityWidth + 1;
}

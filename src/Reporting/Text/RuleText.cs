using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>The rules for a terminal.</summary>
public static class RuleText
{
    private const int SeverityWidth = 7;

    /// <summary>Writes all rules by category, each with its severity and one line.</summary>
    public static void WriteList(IReadOnlyList<RuleDescriptor> rules, TextWriter output, TextLayout layout)
    {
        var page = new TextPage(output, layout);
        foreach (var category in rules.GroupBy(rule => rule.Category).OrderBy(group => group.Key))
        {
            page.Section(category.Key.ToString().ToUpperInvariant());
            foreach (var rule in category)
            {
                var optIn = rule.IsOptIn ? " (off unless a policy enables it)" : "";
                page.Labelled(2, Words.Of(rule.Severity), SeverityWidth, Tones.Of(rule.Severity), $"{rule.Name}: {rule.Summary}{optIn}");
            }
        }

        page.Gap();
        page.Paragraph(0, $"{Words.Count(rules.Count, "rule")}. 'riskanalyzer rules explain NAME' says more.", Tone.Quiet);
    }

    /// <summary>Writes what a rule finds, why it matters, what to do, what a policy may set, and sources.</summary>
    public static void WriteExplanation(Rule rule, TextWriter output, TextLayout layout)
    {
        var (page, descriptor) = (new TextPage(output, layout), rule.Descriptor);
        page.Paragraph(0, descriptor.Name, Tone.Heading);
        page.Paragraph(0, $"{descriptor.Summary}.");
        page.Paragraph(0, $"{Words.Of(descriptor.Severity)}, {descriptor.Category.ToString().ToLowerInvariant()}{(descriptor.IsOptIn ? ", off unless a policy enables it" : "")}", Tone.Quiet);
        page.Section("WHY");
        page.Paragraph(2, descriptor.Why.ReplaceLineEndings(" "));
        page.Section("FIX");
        page.Paragraph(2, descriptor.Fix.ReplaceLineEndings(" "));
        Parameters(page, rule);
        page.Section("EXEMPT");
        page.Paragraph(2, $"Annotate the object, its pod template, its owner or its namespace with riskanalyzer.io/ignore: \"{descriptor.Name}\", "
            + "riskanalyzer.io/ignore-reason and riskanalyzer.io/ignore-until; or list it in a policy with reason, owner and end.");
        Sources(page, descriptor);
    }

    private static void Parameters(TextPage page, Rule rule)
    {
        if (rule.Parameters.Count == 0)
        {
            return;
        }

        page.Section("PARAMETERS OF A POLICY");
        foreach (var parameter in rule.Parameters)
        {
            var unit = parameter.Unit.Length > 0 ? $" {parameter.Unit}" : "";
            page.Paragraph(2, $"{parameter.Name}: {parameter.Summary}; {parameter.RangeText}{unit}, default {parameter.DefaultText} ({parameter.Source})");
        }
    }

    private static void Sources(TextPage page, RuleDescriptor descriptor)
    {
        if (descriptor.Sources.Count == 0)
        {
            return;
        }

        page.Section("SOURCES");
        foreach (var source in descriptor.Sources)
        {
            page.Paragraph(2, $"{source.Title}: {source.Address}");
        }
    }
}

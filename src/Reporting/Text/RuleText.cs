using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>What a rule is about, for a terminal.</summary>
public static class RuleText
{
    /// <summary>Writes several rules, one after the other.</summary>
    public static void WriteExplanations(IReadOnlyList<Rule> rules, TextWriter output, TextLayout layout)
    {
        foreach (var rule in rules)
        {
            output.Write(ReferenceEquals(rule, rules[0]) ? "" : "\n\n");
            WriteExplanation(rule, output, layout);
        }
    }

    /// <summary>Writes what a rule finds, why it matters, what to do, what a policy may set, and sources.</summary>
    public static void WriteExplanation(Rule rule, TextWriter output, TextLayout layout)
    {
        var (page, descriptor) = (new TextPage(output, layout), rule.Descriptor);
        page.Paragraph(0, descriptor.Name, Tone.Heading);
        page.Paragraph(0, $"{descriptor.Summary}.");
        page.Paragraph(0, $"{Words.Of(descriptor.Severity)}, {Words.Of(descriptor.Category)}{(descriptor.IsOptIn ? ", off unless a policy enables it" : "")}", Tone.Quiet);
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
            page.Paragraph(2, $"{parameter.Name}: {parameter.Summary.TrimEnd('.')}; {parameter.RangeText}{unit}, default {parameter.DefaultText} ({parameter.Source})");
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

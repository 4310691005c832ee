using System.Text;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Rules.Pages;

/// <summary>The page of one rule, in Markdown. Everything on it comes from the rule and its cases.</summary>
public static class RulePage
{
    /// <summary>The name of the page's file.</summary>
    public static string FileName(Rule rule) => $"{rule.Descriptor.Name}.md";

    /// <summary>Writes the page.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="fires">A manifest in which it finds something; null when it has no such case.</param>
    /// <param name="passes">A manifest in which it stays silent; null when it has no such case.</param>
    public static string Render(Rule rule, RuleExample? fires, RuleExample? passes)
    {
        var descriptor = rule.Descriptor;
        var page = new StringBuilder();
        _ = page.Append($"# {descriptor.Name}\n\n{descriptor.Summary}.\n\n");
        WriteFacts(page, descriptor);
        WriteSection(page, "Why it matters", RuleWords.Paragraph(descriptor.Why));
        WriteSection(page, "What to do", RuleWords.Paragraph(descriptor.Fix));
        WriteExample(page, "An example that it finds", fires);
        WriteExample(page, "An example that passes", passes);
        WriteParameters(page, rule);
        WriteSection(page, "How to exempt", Exempting(rule));
        if (descriptor.Sources.Count > 0)
        {
            WriteSection(page, "Sources", string.Join('\n', descriptor.Sources.Select(source => $"- [{source.Title}]({source.Address})")));
        }

        return page.ToString();
    }

    private static void WriteFacts(StringBuilder page, RuleDescriptor rule)
    {
        _ = page.Append("| | |\n|---|---|\n");
        foreach (var (fact, value) in RuleWords.Facts(rule))
        {
            _ = page.Append($"| {fact} | {value} |\n");
        }
    }

    private static void WriteExample(StringBuilder page, string title, RuleExample? example)
    {
        if (example is null)
        {
            return;
        }

        var text = new StringBuilder($"{RuleWords.Sentence(example.Title)}\n\n```yaml\n{example.Manifest.TrimEnd('\n')}\n```");
        foreach (var condition in example.Conditions)
        {
            _ = text.Append($"\n\n{condition}");
        }

        if (example.Findings.Count > 0)
        {
            var findings = example.Findings.Select(each => RuleWords.Printed(each.Key, each.Value));
            _ = text.Append($"\n\nThis is what the rule says of it:\n\n```text\n{string.Join('\n', findings)}\n```");
        }

        WriteSection(page, title, text.ToString());
    }

    private static void WriteParameters(StringBuilder page, Rule rule)
    {
        if (rule.Parameters.Count == 0)
        {
            return;
        }

        var table = new StringBuilder("| Parameter | What it does | Unit | Range | Default | Source of the default |\n|---|---|---|---|---|---|\n");
        foreach (var parameter in rule.Parameters)
        {
            _ = table.Append($"| `{parameter.Name}` | {parameter.Summary} | {parameter.Unit} | {parameter.RangeText} | `{parameter.DefaultText}` | {parameter.Source} |\n");
        }

        var first = rule.Parameters[0];
        _ = table.Append($"\nIn a policy file:\n\n```yaml\nspec:\n  rules:\n    {rule.Descriptor.Name}: {{ parameters: {{ {first.Name}: {first.DefaultText} }} }}\n```");
        WriteSection(page, "Parameters", table.ToString());
    }

    private static string Exempting(Rule rule)
    {
        var name = rule.Descriptor.Name;
        if (rule is ExemptionRule)
        {
            return $"Findings about exemptions take no exemption. A policy file can disable the rule:\n\n```yaml\nspec:\n  rules:\n    {name}: {{ enabled: false }}\n```";
        }

        return $$"""
            With annotations on the object, its pod template, its owner or its namespace:

            ```yaml
            metadata:
              annotations:
                riskanalyzer.io/ignore: {{name}}
                riskanalyzer.io/ignore-reason: why the risk is accepted
                riskanalyzer.io/ignore-until: "2027-03-31"
            ```

            Or in a policy file, by exact objects or by a label selector:

            ```yaml
            spec:
              exemptions:
                - rule: {{name}}
                  objects: { selector: "app=cart" }
                  reason: why the risk is accepted
                  owner: who answers for it
                  until: 2027-03-31
            ```

            An exempted finding stays in the report, marked. It counts again after the last day.
            """.ReplaceLineEndings("\n");
    }

    private static void WriteSection(StringBuilder page, string title, string text) => page.Append($"\n## {title}\n\n{text.TrimEnd('\n')}\n");
}

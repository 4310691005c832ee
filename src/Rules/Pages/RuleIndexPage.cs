using System.Text;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Pages;

/// <summary>The list of all rules, in Markdown.</summary>
public static class RuleIndexPage
{
    /// <summary>The name of the page's file.</summary>
    public const string FileName = "README.md";

    /// <summary>Writes the page.</summary>
    public static string Render(RuleCatalog catalog)
    {
        var page = new StringBuilder($"# Rules\n\n{catalog.Rules.Length} rules, by what they are about. An opt-in rule runs only where a policy enables it.\n");
        foreach (var category in catalog.Rules.GroupBy(rule => rule.Descriptor.Category).OrderBy(group => group.Key))
        {
            _ = page.Append($"\n## {category.Key}\n\n| Rule | Severity | What it finds |\n|---|---|---|\n");
            foreach (var rule in category.Select(rule => rule.Descriptor))
            {
                _ = page.Append($"| [{rule.Name}]({rule.Name}.md){(rule.IsOptIn ? " (opt-in)" : "")} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Summary} |\n");
            }
        }

        return page.ToString();
    }
}

using RiskAnalyzer.Hosting.Cases;
using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Pages;

namespace RiskAnalyzer.Hosting.Pages;

/// <summary>The pages of all rules under <c>docs/rules</c>: made of the rules and their cases, written, or compared with what is there.</summary>
public sealed class RulePages(RuleCatalog catalog)
{
    private readonly RuleCaseEvaluator _evaluator = new(catalog);

    /// <summary>Every page by the name of its file, in ordinal order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Render() =>
    [
        .. catalog.Rules.Select(rule => KeyValuePair.Create(RulePage.FileName(rule), Page(rule)))
            .Append(new(RuleIndexPage.FileName, RuleIndexPage.Render(catalog)))
            .OrderBy(page => page.Key, StringComparer.Ordinal),
    ];

    /// <summary>The page of one rule.</summary>
    public string Page(Rule rule) => RulePage.Render(rule, Firing(rule), Passing(rule));

    /// <summary>The first case in which the rule finds something, and what it says; null when there is none.</summary>
    public RuleExample? Firing(Rule rule) => RuleCases.Of(rule).FirstOrDefault(each => each.Fires) is { } found ? Example(rule, found) : null;

    /// <summary>The first case in which the rule stays silent; null when there is none.</summary>
    public RuleExample? Passing(Rule rule) => RuleCases.Of(rule).FirstOrDefault(each => each.IsSilent) is { } found ? Example(rule, found) : null;

    /// <summary>The names of files in a directory that are missing, differ or belong to no rule; empty when all are current.</summary>
    public IReadOnlyList<string> OutOfDate(string directory)
    {
        var pages = Render();
        var known = pages.Select(page => page.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. pages.Where(page => ReadIfThere(Path.Combine(directory, page.Key)) != page.Value).Select(page => page.Key)
                .Concat(PagesIn(directory).Where(name => !known.Contains(name)))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Writes all pages into a directory, removes those that belong to no rule, and returns the names of files that changed.</summary>
    public IReadOnlyList<string> Write(string directory)
    {
        var changed = OutOfDate(directory);
        var pages = Render().ToDictionary(StringComparer.Ordinal);
        _ = Directory.CreateDirectory(directory);
        foreach (var name in changed)
        {
            var path = Path.Combine(directory, name);
            if (pages.TryGetValue(name, out var text))
            {
                File.WriteAllText(path, text);
            }
            else
            {
                File.Delete(path);
            }
        }

        return changed;
    }

    private static string? ReadIfThere(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    private static IEnumerable<string> PagesIn(string directory) =>
        Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*.md").Select(path => Path.GetFileName(path)!) : [];

    private RuleExample Example(Rule rule, RuleCase ruleCase)
    {
        var result = _evaluator.Evaluate(ruleCase);
        var lines = ruleCase.ManifestLines.ToList();
        return new()
        {
            Title = ruleCase.Title,
            Manifest = ruleCase.Manifest,
            Conditions = [.. CaseConditions.Of(ruleCase)],
            Findings =
            [
                .. result.Located.Where(each => each.Value.Rule == rule.Descriptor.Name).Select(each => KeyValuePair.Create(lines.IndexOf(each.Key) + 1, each.Value)),
                .. result.AboutPolicy.Where(finding => finding.Rule == rule.Descriptor.Name).Select(finding => KeyValuePair.Create(0, finding)),
            ],
        };
    }
}

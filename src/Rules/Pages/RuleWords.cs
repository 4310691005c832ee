using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Pages;

/// <summary>How a rule reads in words; pages and the command line say the same.</summary>
public static class RuleWords
{
    /// <summary>The facts of a rule, in the order in which they are shown.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Facts(RuleDescriptor rule) =>
    [
        new("Severity", Lower(rule.Severity)),
        new("Category", Lower(rule.Category)),
        new("Needs", Needs(rule)),
        new("Enabled", rule.IsOptIn ? "only by a policy" : "unless a policy says otherwise"),
    ];

    /// <summary>What the rule has to see, in words.</summary>
    public static string Needs(RuleDescriptor rule)
    {
        string?[] needs =
        [
            rule.NeedsCluster ? "a running cluster" : null,
            rule.NeedsForecast ? "a forecast" : null,
            rule.Needs == ResourceKinds.None ? null : string.Join(", ", NamesOf(rule.Needs)),
        ];
        return string.Join("; ", needs.OfType<string>()) is { Length: > 0 } text ? text : "the manifests alone";
    }

    /// <summary>The kinds, each by the name that the API gives to several of them.</summary>
    public static IEnumerable<string> NamesOf(ResourceKinds kinds) =>
        Enum.GetValues<ResourceKinds>().Where(kind => int.IsPow2((int)kind) && kinds.HasFlag(kind)).Select(kind => kind.ToString());

    /// <summary>A text of several source lines as one paragraph, empty lines kept as its end.</summary>
    public static string Paragraph(string text) =>
        string.Join("\n\n", text.ReplaceLineEndings("\n").Split("\n\n").Select(part => string.Join(' ', part.Split('\n', StringSplitOptions.TrimEntries))));

    /// <summary>A phrase as a sentence.</summary>
    public static string Sentence(string phrase) => phrase.Length == 0 ? "" : $"{char.ToUpperInvariant(phrase[0])}{phrase[1..].TrimEnd('.')}.";

    /// <summary>A finding as an example shows it: severity, line, object, field, fact and advice.</summary>
    public static string Printed(int line, Finding finding) =>
        $"{Lower(finding.Severity)}{(line > 0 ? $", line {line}" : "")}: {finding.Object} {finding.Field}\n  {finding.Message}\n  {Paragraph(finding.Fix)}";

    private static string Lower<T>(T value)
        where T : struct, Enum =>
        value.ToString().ToLowerInvariant();
}

using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Rules that could not look for one and the same reason.</summary>
/// <param name="Reason">What was missing.</param>
/// <param name="Rules">The rules, by name.</param>
public sealed record NotEvaluatedReason(string Reason, IReadOnlyList<NotEvaluatedRule> Rules)
{
    /// <summary>The rules with the number of objects they could not judge: <c>single-replica (3 objects)</c>.</summary>
    public string RuleList => string.Join(", ", Rules.Select(rule =>
        rule.Objects > 0 ? $"{rule.Rule} ({Counted.Of(rule.Objects, "object")})" : rule.Rule));

    /// <summary>Sorts rules that could not look by the reason, the one with most rules first.</summary>
    public static IReadOnlyList<NotEvaluatedReason> Group(IEnumerable<NotEvaluatedRule> rules) =>
    [
        .. rules.GroupBy(rule => rule.Reason, StringComparer.Ordinal)
            .Select(group => new NotEvaluatedReason(group.Key, [.. group.OrderBy(rule => rule.Rule, StringComparer.Ordinal)]))
            .OrderByDescending(reason => reason.Rules.Count).ThenBy(reason => reason.Reason, StringComparer.Ordinal),
    ];
}

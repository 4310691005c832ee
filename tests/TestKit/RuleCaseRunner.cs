using RiskAnalyzer.Hosting.Cases;
using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.TestKit;

/// <summary>Runs the cases that stand beside rules and says where they disagree with what was found.</summary>
public sealed class RuleCaseRunner(RuleCatalog catalog)
{
    private readonly RuleCaseEvaluator _evaluator = new(catalog);

    /// <summary>Compares what a case expects with what was found; empty when they agree.</summary>
    public IReadOnlyList<string> Disagreements(RuleCase ruleCase)
    {
        CaseResult result;
        try
        {
            result = _evaluator.Evaluate(ruleCase);
        }
        catch (FormatException exception)
        {
            return [exception.Message];
        }

        return
        [
            .. Lines(ruleCase, result),
            .. AboutPolicy(ruleCase, result),
            .. Verdict(ruleCase, result.Evaluation),
            .. Texts(ruleCase, result.Evaluation),
            .. result.Evaluation.Failed.Where(failed => failed.Rule == ruleCase.Rule).Select(failed => $"failed on {failed.Object}: {failed.How}"),
        ];
    }

    private static IEnumerable<string> Lines(RuleCase ruleCase, CaseResult result)
    {
        var rules = ruleCase.Expected.Select(expected => expected.Rule).Append(ruleCase.Rule).ToHashSet(StringComparer.Ordinal);
        var expected = ruleCase.Expected.Select(e => Line(ruleCase, e.Line, e.Rule, e.IsExempted)).ToArray();
        var found = result.Located.Where(each => rules.Contains(each.Value.Rule))
            .Select(each => (Text: Line(ruleCase, each.Key, each.Value.Rule, each.Value.Exemption is not null), Finding: each.Value)).ToArray();
        return Without(expected, found.Select(each => each.Text)).Select(text => $"{text}: expected, not found")
            .Concat(Without(found.Select(each => each.Text), expected).Select(text =>
                $"{text}: found, not expected: {string.Join(" | ", found.Where(each => each.Text == text).Select(each => $"{each.Finding.Object} {each.Finding.Field}: {each.Finding.Message}"))}"));
    }

    private static IEnumerable<string> AboutPolicy(RuleCase ruleCase, CaseResult result)
    {
        var expected = ruleCase.Directives.TryGetValue(CaseDirective.ExpectOnPolicy, out var rules)
            ? rules.Split(',', StringSplitOptions.TrimEntries)
            : [];
        var found = result.AboutPolicy.Select(finding => finding.Rule).ToArray();
        return Without(expected, found).Select(rule => $"{rule}: expected on the policy, not found")
            .Concat(Without(found, expected).Select(rule => $"{rule}: found on the policy, not expected"));
    }

    private static IEnumerable<string> Verdict(RuleCase ruleCase, Evaluation evaluation)
    {
        var reasons = evaluation.NotEvaluated.Where(each => each.Rule == ruleCase.Rule).Select(each => each.Reason).ToArray();
        if (ruleCase.Directives.TryGetValue(CaseDirective.ExpectNotEvaluated, out var fragment))
        {
            return reasons.Any(reason => reason.Contains(fragment, StringComparison.Ordinal))
                ? []
                : [$"expected not evaluated ({fragment}), but the reasons are: {string.Join("; ", reasons)}"];
        }

        return reasons.Length == 0 || ruleCase.Fires
            ? []
            : [$"not evaluated: {string.Join("; ", reasons)}; a case may say '# known: all', or '# expect-not-evaluated: …'"];
    }

    private static IEnumerable<string> Texts(RuleCase ruleCase, Evaluation evaluation)
    {
        var own = evaluation.Findings.Where(finding => finding.Rule == ruleCase.Rule).ToArray();
        if (ruleCase.Directives.TryGetValue(CaseDirective.ExpectSeverity, out var severity)
            && own.FirstOrDefault(finding => !finding.Severity.ToString().Equals(severity, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            yield return $"expected severity {severity}, found {other.Severity}";
        }

        if (ruleCase.Directives.TryGetValue(CaseDirective.ExpectMessage, out var fragment)
            && !own.Any(finding => finding.Message.Contains(fragment, StringComparison.Ordinal)))
        {
            yield return $"expected a message with '{fragment}', found: {string.Join(" | ", own.Select(finding => finding.Message))}";
        }
    }

    private static string Line(RuleCase ruleCase, int line, string rule, bool isExempted) =>
        $"{ruleCase.File}:{line}: {rule}{(isExempted ? " (exempted)" : "")}";

    // Keeps duplicates: two findings on one line are two expectations.
    private static IEnumerable<string> Without(IEnumerable<string> texts, IEnumerable<string> others)
    {
        var rest = others.ToList();
        return texts.Where(text => !rest.Remove(text)).ToArray();
    }
}

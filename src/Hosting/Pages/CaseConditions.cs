using RiskAnalyzer.Rules.Cases;

namespace RiskAnalyzer.Hosting.Pages;

/// <summary>What a reader has to know besides the manifest of a case.</summary>
internal static class CaseConditions
{
    public static IEnumerable<string> Of(RuleCase ruleCase) => ruleCase.Directives.Select(pair => pair switch
    {
        { Key: CaseDirective.KubernetesVersion } => $"Judged with `--kubernetes-version {pair.Value}`.",
        { Key: CaseDirective.CapturedAt } => $"Captured at {pair.Value}.",
        { Key: CaseDirective.Parameters } => $"With the parameters `{pair.Value}`.",
        { Key: CaseDirective.Policy } => $"With this in the `spec` of the policy:\n\n```yaml\n{pair.Value.TrimStart('\n')}\n```",
        { Key: CaseDirective.Plan } => $"With this in the `spec` of the plan:\n\n```yaml\n{pair.Value.TrimStart('\n')}\n```",
        { Key: CaseDirective.Known } => "In a cluster of which everything was read.",
        _ => null,
    }).OfType<string>();
}

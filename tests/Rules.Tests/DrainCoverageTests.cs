using RiskAnalyzer.Hosting.Cases;
using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Tests;

public sealed class DrainCoverageTests
{
    private static readonly RuleCaseEvaluator Evaluator = new(RuleCatalog.Default);

    [Fact]
    public void Whatever_blocks_a_drain_in_the_forecast_of_a_case_is_a_finding_that_blocks()
    {
        var hidden = new List<string>();
        foreach (var ruleCase in RuleCatalog.Default.Rules.SelectMany(RuleCases.Of).Where(each => each.Directives.ContainsKey(CaseDirective.Plan)))
        {
            var result = Evaluator.Evaluate(ruleCase);
            var found = result.Evaluation.Findings.Where(finding => finding.Severity == Severity.Blocker).Select(finding => $"{finding.Object}").ToHashSet(StringComparer.Ordinal);
            hidden.AddRange(
                from node in result.Forecast!.Nodes
                from blocker in node.Blockers
                where !found.Contains(blocker.Object) && !found.Contains(blocker.Owner ?? "")
                select $"{ruleCase}: {blocker}");
        }

        Assert.Empty(hidden);
    }
}

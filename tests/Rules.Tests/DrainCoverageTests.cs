using RiskAnalyzer.Hosting.Cases;
using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Rules.Tests;

public sealed class DrainCoverageTests
{
    private static readonly RuleCaseEvaluator Evaluator = new(RuleCatalog.Default);

    [Fact]
    public void Whatever_blocks_a_drain_in_the_forecast_of_a_case_is_a_finding_that_blocks()
    {
        var hidden = new List<string>();
        foreach (var ruleCase in CasesWithPlan())
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

    [Fact]
    public void A_budget_that_blocks_by_its_numbers_is_called_as_the_rule_that_finds_it()
    {
        var names = new Dictionary<BlockReason, string>
        {
            [BlockReason.BudgetNeverAllows] = "budget-never-allows",
            [BlockReason.BudgetCoversAllReplicas] = "budget-covers-all-replicas",
        };
        var called = new HashSet<BlockReason>();
        foreach (var result in CasesWithPlan().Select(Evaluator.Evaluate))
        {
            foreach (var blocker in result.Forecast!.Nodes.SelectMany(node => node.Blockers).Where(blocker => names.ContainsKey(blocker.Reason)))
            {
                // Where that rule trusts an operator to open the budget, the forecast's own rule speaks.
                Assert.Contains(result.Evaluation.Findings, finding =>
                    $"{finding.Object}" == blocker.Object && (finding.Rule == names[blocker.Reason] || finding.Rule == "drain-blocked"));
                _ = called.Add(blocker.Reason);
            }
        }

        Assert.Equal(names.Keys, called.Order());
    }

    private static IEnumerable<RuleCase> CasesWithPlan() =>
        RuleCatalog.Default.Rules.SelectMany(RuleCases.Of).Where(each => each.Directives.ContainsKey(CaseDirective.Plan));
}

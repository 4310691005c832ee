using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Reports a budget with an empty selector, which takes in the whole namespace.</summary>
internal sealed class BudgetSelectsEverything : Rule<PodDisruptionBudget>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "budget-selects-everything",
        Category = RuleCategory.Disruption,
        Severity = Severity.High,
        Summary = "PodDisruptionBudget with an empty selector holds every pod of its namespace",
        Why = """
            In policy/v1 the selector {} selects every pod of the namespace; in policy/v1beta1 it selected none. All workloads then share one
            budget, and a second budget for any of them makes its pods impossible to evict.
            """,
        Fix = "Name the workload's labels in the selector.",
        Sources = [new("PodDisruptionBudget v1", "https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/pod-disruption-budget-v1/")],
    };

    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context)
    {
        if (BudgetReading.CanSelectNothing(subject))
        {
            return RuleOutcome.NotApplicable;
        }

        if (!subject.Selector!.IsEmpty)
        {
            return RuleOutcome.Passed;
        }

        var reading = context.ReadingOf(subject);
        var workloads = Counted.Of(reading.Members.Length, "workload");
        return RuleOutcome.Found(new RuleHit
        {
            Field = "spec.selector",
            Message = $"the selector {{}} takes in every pod of the namespace, {workloads} in the input",
            Evidence = [new("workloads", $"{reading.Members.Length}"), .. BudgetEvidence.Of(reading)],
        });
    }
}

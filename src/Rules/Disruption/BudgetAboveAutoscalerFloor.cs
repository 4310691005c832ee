using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Reports a minimum that leaves no room once the autoscaler is at its floor.</summary>
internal sealed class BudgetAboveAutoscalerFloor : Rule<PodDisruptionBudget>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "budget-above-autoscaler-floor",
        Category = RuleCategory.Disruption,
        Severity = Severity.High,
        Summary = "PodDisruptionBudget keeps as many pods as the autoscaler leaves at its floor",
        Why = """
            An autoscaler goes down to its floor when there is little traffic, which is when maintenance is done. The budget then keeps
            every pod that is left and the drain blocks, although the same budget looks fine at noon.
            """,
        Fix = "Raise the autoscaler's floor above the budget's minimum, or use maxUnavailable: 1.",
        Sources = [KubernetesDocs.ConfigureBudget, new("Budgets and autoscalers at low load", "https://github.com/kubernetes/kubernetes/issues/93476")],
    };

    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context)
    {
        if (BudgetReading.CanSelectNothing(subject) || BudgetArithmetic.StatesNever(subject) || subject.MinAvailable is not { } min)
        {
            return RuleOutcome.NotApplicable;
        }

        var reading = context.ReadingOf(subject);
        if (reading.CannotCount || !reading.IsAutoscaled || reading.CoversAll)
        {
            return RuleOutcome.NotApplicable;
        }

        if (reading.Least is not { } least || reading.Most is null)
        {
            return RuleOutcome.NotEvaluated($"the number of pods of {reading.MembersInWords} is unknown");
        }

        if (!reading.CoversFloor)
        {
            return RuleOutcome.Passed;
        }

        var kept = BudgetArithmetic.DesiredHealthy(subject, least);
        var isNow = reading.Pods.Length > 0 && reading.Covers(reading.Now);
        var autoscaler = reading.Members.First(member => member.Autoscaler is not null).Autoscaler!;
        return RuleOutcome.Found(new RuleHit
        {
            Field = "spec.minAvailable",
            Severity = isNow ? Severity.Blocker : null,
            Message = $"keeps {kept}{(kept > least ? ", more than" : " of")} the {Counted.Of(least, "replica")} that "
                + $"{autoscaler.Reference} leaves of {reading.MembersInWords} at its floor{(isNow ? $", and there are {reading.Now} now" : "")}",
            Evidence =
            [
                new("minAvailable", $"{min}"), new("kept", $"{kept}"), new("floor", $"{autoscaler.Floor}"),
                .. reading.Now is { } now && reading.Pods.Length > 0 ? [new("now", $"{now}")] : Array.Empty<KeyValuePair<string, string>>(),
                .. BudgetEvidence.Of(reading),
            ],
        });
    }
}

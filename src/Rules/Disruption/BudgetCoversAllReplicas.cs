using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Reports a minimum that is as large as the workload.</summary>
internal sealed class BudgetCoversAllReplicas : Rule<PodDisruptionBudget>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "budget-covers-all-replicas",
        Category = RuleCategory.Disruption,
        Severity = Severity.Blocker,
        Summary = "PodDisruptionBudget keeps as many pods as there are",
        Why = """
            minAvailable is compared with the number of replicas after percentages are rounded up. When all of them have to stay, the
            drain waits for the first one until it runs into its timeout: 51% of 2 is 2, and any percentage of 1 is 1.
            """,
        Fix = "Use maxUnavailable: 1 instead of minAvailable; it follows the number of replicas. A single replica also needs a second one.",
        Sources = [KubernetesDocs.ConfigureBudget, KubernetesDocs.DisruptionController],
    };

    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context)
    {
        if (BudgetReading.CanSelectNothing(subject) || BudgetArithmetic.StatesNever(subject) || subject.MinAvailable is not { } min)
        {
            return RuleOutcome.NotApplicable;
        }

        var reading = context.ReadingOf(subject);
        if (reading.CannotCount)
        {
            return RuleOutcome.NotApplicable;
        }

        if (reading.Members.IsEmpty && reading.BarePods.IsEmpty)
        {
            return context.Cluster.IsLive || context.Around(subject).WorkloadsSelectedBy(subject).Length > 0
                ? RuleOutcome.NotApplicable
                : RuleOutcome.NotEvaluated("the input holds no workload that the budget selects");
        }

        if ((reading.IsAutoscaled ? reading.Most : reading.Now) is not { } pods)
        {
            return RuleOutcome.NotEvaluated($"the number of pods of {reading.MembersInWords} is unknown");
        }

        return reading.CoversAll ? RuleOutcome.Found(Hit(reading, min, pods)) : RuleOutcome.Passed;
    }

    private static RuleHit Hit(BudgetReading reading, IntOrPercent min, int pods)
    {
        var kept = BudgetArithmetic.DesiredHealthy(reading.Budget, pods);
        var ceiling = reading.IsAutoscaled ? ", even at the autoscaler's ceiling" : "";
        var rounded = min.IsPercent ? $": {min} of {pods} rounds up to {kept}" : "";
        var replicas = Counted.Of(pods, "replica");
        var covered = kept > pods ? $"keeps {kept}, more than the {replicas}" : $"keeps {kept} of {replicas}";
        return new()
        {
            Field = "spec.minAvailable",
            Message = $"{covered} of {reading.MembersInWords}{ceiling}{rounded}",
            Fix = pods == 1
                ? "Run a second replica and use maxUnavailable: 1; if the program cannot, remove the budget and plan a short outage."
                : "Use maxUnavailable: 1 instead of minAvailable; it follows the number of replicas.",
            Evidence = [new("minAvailable", $"{min}"), new("kept", $"{kept}"), new("replicas", $"{pods}"), .. BudgetEvidence.Of(reading)],
        };
    }
}

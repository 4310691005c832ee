using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Reports a budget that refuses the eviction of a pod which is broken anyway.</summary>
internal sealed class UnhealthyPodHoldsBudget : Rule<PodDisruptionBudget>
{
    private static readonly Int32Parameter SettleMinutes = new(
        "settleMinutes", 5, 0, 1440, "minutes", "How long a pod that does not crash may be unready before it counts as broken.",
        "reference platform: pods younger than 5 minutes are not looked at");

    public override IReadOnlyList<RuleParameter> Parameters => [SettleMinutes];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "unhealthy-pod-holds-budget",
        Category = RuleCategory.Disruption,
        Severity = Severity.Blocker,
        Summary = "PodDisruptionBudget refuses the eviction of pods that are not Ready",
        Why = """
            Unless a budget says AlwaysAllow, a running pod that is not Ready may be evicted only while enough others are healthy. With too
            few of them, even a crash-looping pod that serves nobody keeps its node from being drained.
            """,
        Fix = """
            Repair or delete the broken pods before the window, or set unhealthyPodEvictionPolicy: AlwaysAllow. For a quorum system think
            twice: AlwaysAllow may also evict a member that is still recovering.
            """,
        Sources =
        [
            new("Unhealthy Pod Eviction Policy", "https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy"),
            KubernetesDocs.Eviction,
        ],
    };

    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context)
    {
        if (subject.AlwaysAllowsUnhealthy || BudgetReading.CanSelectNothing(subject) || BudgetArithmetic.StatesNever(subject))
        {
            return RuleOutcome.NotApplicable;
        }

        var reading = context.ReadingOf(subject);
        if (reading.CannotCount || subject.Status is { Reason: "SyncFailed" })
        {
            return RuleOutcome.NotApplicable;
        }

        if (reading.Pods.IsEmpty || BudgetState.Of(reading, context.Cluster.CapturedAt) is not { } state)
        {
            return RuleOutcome.NotEvaluated("the input shows no running pod of the budget");
        }

        return state.Unready.Length > 0 && state.RefusesUnready ? RuleOutcome.Found(Hit(reading, state, context)) : RuleOutcome.Passed;
    }

    private static RuleHit Hit(BudgetReading reading, BudgetState state, RuleContext context)
    {
        var now = context.Cluster.CapturedAt;
        var settle = TimeSpan.FromMinutes(context.Value(SettleMinutes));
        var isBroken = state.Unready.Any(pod => pod.IsCrashing || now - pod.UnreadySince >= settle);
        var unready = state.Unready.Length == 1 ? $"{state.Unready[0].Reference}, which is" : $"{state.Unready.Length} pods that are";
        return new()
        {
            Field = reading.Budget.PolicyField,

            // A pod that starts may become Ready in a moment; until then a drain is refused all the same.
            Severity = isBroken ? null : Severity.High,
            Message = $"refuses the eviction of {unready} not Ready: {state.Healthy} healthy of {reading.MembersInWords}, {state.Desired} must stay",
            Evidence =
            [
                .. PodFacts.Unready(state.Unready),
                new("healthy", $"{state.Healthy}"), new("desired", $"{state.Desired}"), new("expected", $"{state.Expected}"),
            ],
        };
    }
}

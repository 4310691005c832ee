using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Reports a budget that would allow evictions if all its pods were healthy, but allows none now.</summary>
internal sealed class BudgetExhausted : Rule<PodDisruptionBudget>
{
    private static readonly Int32Parameter SettleMinutes = new(
        "settleMinutes", 15, 0, 1440, "minutes", "How long the budget may be used up before a drain is expected to fail on it.",
        "kubernetes-monitoring/kubernetes-mixin:alerts/apps_alerts.libsonnet (kubePdbNotEnoughHealthyPodsFor)");

    public override IReadOnlyList<RuleParameter> Parameters => [SettleMinutes];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "budget-exhausted",
        Category = RuleCategory.Disruption,
        Severity = Severity.High,
        Summary = "PodDisruptionBudget allows no eviction at the moment",
        Why = """
            The budget itself is sound, but pods that are missing or not Ready use it up already. A drain that starts now waits until
            they are back.
            """,
        Fix = "Bring the missing and unready pods back before the window.",
        Sources = [KubernetesDocs.Disruptions, KubernetesDocs.Eviction],
    };

    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context)
    {
        if (BudgetReading.CanSelectNothing(subject) || BudgetArithmetic.StatesNever(subject))
        {
            return RuleOutcome.NotApplicable;
        }

        var reading = context.ReadingOf(subject);
        if (reading.CannotCount || subject.Status is { Reason: "SyncFailed" })
        {
            return RuleOutcome.NotApplicable;
        }

        if (BudgetState.Of(reading, context.Cluster.CapturedAt) is not { } state)
        {
            return RuleOutcome.NotEvaluated("the input shows neither pods nor a current status of the budget");
        }

        // Never while the specification or an unready pod explains it: those have rules of their own.
        var isExplained = reading.CoversAll || (reading.CoversFloor && reading.Covers(reading.Now)) || HoldsUnready(subject, state);
        if (isExplained || state.Expected == 0)
        {
            return RuleOutcome.NotApplicable;
        }

        var agrees = !reading.HasFreshStatus || subject.Status!.DisruptionsAllowed == 0;
        return state.Allowed == 0 && state.Healthy > 0 && !state.IsMoving && agrees
            ? RuleOutcome.Found(Hit(reading, state, context))
            : RuleOutcome.Passed;
    }

    private static bool HoldsUnready(PodDisruptionBudget budget, BudgetState state) =>
        !budget.AlwaysAllowsUnhealthy && state.RefusesUnready && state.Unready.Length > 0;

    private static RuleHit Hit(BudgetReading reading, BudgetState state, RuleContext context)
    {
        var since = state.Unready.Concat(state.Pending).Select(pod => pod.UnreadySince).Min() ?? reading.Budget.Status?.Since;
        var age = context.Cluster.CapturedAt - since;
        var lasts = age >= TimeSpan.FromMinutes(context.Value(SettleMinutes));
        return new()
        {
            Field = reading.Budget.PolicyField,
            Severity = lasts ? Severity.Blocker : null,
            Message = $"allows no eviction now: {state.Healthy} of {state.Expected} pods of {reading.MembersInWords} are healthy and "
                + $"{state.Desired} must stay{(age is { } time ? $", for {WorkloadFacts.Words(time)}" : "")}",
            Evidence =
            [
                new("healthy", $"{state.Healthy}"), new("desired", $"{state.Desired}"), new("expected", $"{state.Expected}"),
                .. PodFacts.Unready(state.Unready.Concat(state.Pending)),
                .. reading.Budget.Status?.Reason is { } reason ? [new("condition", reason)] : Array.Empty<KeyValuePair<string, string>>(),
            ],
        };
    }
}

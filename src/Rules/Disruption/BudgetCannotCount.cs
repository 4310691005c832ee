using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Reports a budget that needs the scale of controllers which have none.</summary>
internal sealed class BudgetCannotCount : Rule<PodDisruptionBudget>
{
    private const string SyncFailed = "SyncFailed";

    private static readonly Int32Parameter SettleMinutes = new(
        "settleMinutes", 5, 0, 1440, "minutes", "How long a failed computation may last before it counts as more than a passing error.", "own choice");

    public override IReadOnlyList<RuleParameter> Parameters => [SettleMinutes];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "budget-cannot-count",
        Category = RuleCategory.Disruption,
        Severity = Severity.Blocker,
        Summary = "PodDisruptionBudget cannot be computed for the pods it selects",
        Why = """
            maxUnavailable and percentages are taken of the scale of the pods' controllers. Jobs, DaemonSets, pods without controller and
            custom resources without scale subresource have none, so the disruption controller gives up and allows no eviction at all.
            """,
        Fix = "Use an integer minAvailable, or give the custom resource a scale subresource.",
        Sources = [KubernetesDocs.ConfigureBudget, KubernetesDocs.DisruptionController],
    };

    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context)
    {
        if (BudgetReading.CanSelectNothing(subject) || BudgetArithmetic.StatesNever(subject))
        {
            return RuleOutcome.NotApplicable;
        }

        var reading = context.ReadingOf(subject);
        var status = reading.HasFreshStatus ? subject.Status : null;
        if (reading.CannotCount)
        {
            return RuleOutcome.Found(new RuleHit
            {
                Field = subject.PolicyField,
                Message = Message(subject, reading),
                Evidence = Evidence(subject, reading, status),
            });
        }

        if (status?.Reason == SyncFailed && reading.Pods.Length > 0)
        {
            return IsPassing(status, context)
                ? RuleOutcome.NotEvaluated("the disruption controller failed a moment ago; that may pass")
                : RuleOutcome.Found(new RuleHit
                {
                    Field = subject.PolicyField,
                    Message = $"the disruption controller cannot compute it for {reading.MembersInWords}: {status.Message ?? "no message"}",
                    Evidence = Evidence(subject, reading, status),
                });
        }

        return status is null && BudgetArithmetic.NeedsScale(subject) && reading.Members.FirstOrDefault(m => m.HasScale is null) is { } custom
            ? RuleOutcome.NotEvaluated($"whether {custom.Workload.Kind} has a scale subresource is unknown")
            : RuleOutcome.Passed;
    }

    private static string Message(PodDisruptionBudget budget, BudgetReading reading)
    {
        var field = budget.MaxUnavailable is { } max ? $"maxUnavailable {max}" : $"minAvailable {budget.MinAvailable}";
        return reading.Members.FirstOrDefault(member => member.HasScale == false) is { } member
            ? $"{field} needs a scale, and {member.Workload.Reference} has none, so that no eviction is ever allowed"
            : $"{field} expects 0 pods, as {reading.MembersInWords} {(reading.BarePods.Length == 1 ? "has no controller" : "have none")}, "
                + "so that no eviction is ever allowed";
    }

    private static bool IsPassing(BudgetStatus status, RuleContext context) =>
        status.Since is { } since && context.Cluster.CapturedAt - since < TimeSpan.FromMinutes(context.Value(SettleMinutes));

    private static IReadOnlyList<KeyValuePair<string, string>> Evidence(PodDisruptionBudget budget, BudgetReading reading, BudgetStatus? status)
    {
        var kinds = reading.Members.Select(member => member.Workload.Kind).Distinct().Order(StringComparer.Ordinal);
        return
        [
            new(budget.MaxUnavailable is null ? "minAvailable" : "maxUnavailable", $"{budget.MaxUnavailable ?? budget.MinAvailable}"),
            new("controllers", reading.Members.IsEmpty ? "none" : string.Join(", ", kinds)),
            .. status?.Reason == SyncFailed ? [new("condition", status.Message ?? SyncFailed)] : Array.Empty<KeyValuePair<string, string>>(),
            .. BudgetEvidence.Of(reading),
        ];
    }
}

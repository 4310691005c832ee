using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Reports a budget whose last change the disruption controller has not taken in.</summary>
internal sealed class BudgetStatusStale : Rule<PodDisruptionBudget>
{
    private static readonly Int32Parameter SettleMinutes = new(
        "settleMinutes", 1, 0, 1440, "minutes", "How long after its creation a budget may lack a status.", "own choice");

    public override IReadOnlyList<RuleParameter> Parameters => [SettleMinutes];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "budget-status-stale",
        Category = RuleCategory.Disruption,
        Severity = Severity.High,
        Summary = "PodDisruptionBudget has a status older than its specification",
        Why = """
            While the controller has not seen the newest generation of a budget, every eviction that it guards is answered with
            "try again later". The controller normally needs less than a second, so it is probably not working.
            """,
        Fix = "Look at the disruption controller in kube-controller-manager; a budget that was edited just now needs only a moment.",
        Sources = [KubernetesDocs.Eviction, KubernetesDocs.DisruptionController],
    };

    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context)
    {
        // A manifest has no creation time, and nobody has computed a status for it.
        if (subject.Metadata.CreatedAt is not { } created || subject.Metadata.DeletionTimestamp is not null)
        {
            return RuleOutcome.NotApplicable;
        }

        var seen = subject.Status?.ObservedGeneration ?? 0;
        var isYoung = context.Cluster.CapturedAt - created < TimeSpan.FromMinutes(context.Value(SettleMinutes));
        return seen >= subject.Metadata.Generation || isYoung
            ? RuleOutcome.Passed
            : RuleOutcome.Found(new RuleHit
            {
                Field = "status.observedGeneration",
                Message = $"the disruption controller has seen generation {seen} of {subject.Metadata.Generation}, so that evictions are put off",
                Evidence = [new("observedGeneration", $"{seen}"), new("generation", $"{subject.Metadata.Generation}")],
            });
    }
}

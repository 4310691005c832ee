using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Disruption;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>Reports what keeps a node from being drained in the forecast and is no finding of a rule that knows the cause better.</summary>
internal sealed class DrainBlocked : ForecastRule
{
    private static readonly IReadOnlyDictionary<BlockReason, Rule<PodDisruptionBudget>[]> Causes = new Dictionary<BlockReason, Rule<PodDisruptionBudget>[]>
    {
        [BlockReason.BudgetNeverAllows] = [new BudgetNeverAllows()],
        [BlockReason.BudgetCoversAllReplicas] = [new BudgetCoversAllReplicas()],
        [BlockReason.BudgetCannotCount] = [new BudgetCannotCount()],
        [BlockReason.OverlappingBudgets] = [new OverlappingBudgets()],
        [BlockReason.BudgetExhausted] = [new UnhealthyPodHoldsBudget(), new BudgetExhausted()],
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "drain-blocked",
        Category = RuleCategory.Drain,
        Severity = Severity.Blocker,
        Summary = "The drain of a node does not come to its end because of this object",
        Why = """
            The forecast follows every eviction of the plan. Here it ends in waiting: for a budget that does not open, a replacement that does
            not become Ready, a finalizer, a node that does not answer, or a pod that needs longer than the drain waits.
            """,
        Fix = "The message names what would have to change; the forecast's fixes say what was tried and helped.",
        Sources = [DrainSources.SafelyDrain, DrainSources.KubectlDrain],
        NeedsForecast = true,
    };

    protected override RuleOutcome Check(IResource subject, DrainForecast forecast, RuleContext context)
    {
        var pods = ForecastIndex.Of(forecast).Blockers($"{subject.Reference}").Where(pod => IsOurs(pod.Blocker.Reason)).ToArray();
        return RuleOutcome.Found(
        [
            .. pods.GroupBy(pod => pod.Blocker.Reason).OrderBy(group => group.Key)
                .Where(group => !IsExplained(group.Key, subject, context)).Select(group => Hit(subject, [.. group])),
        ]);
    }

    // Refusals and terminating namespaces have rules of their own.
    private static bool IsOurs(BlockReason reason) => reason is not (BlockReason.NoController or BlockReason.LocalStorage or BlockReason.DaemonSet
        or BlockReason.KeepsNode or BlockReason.NamespaceTerminating);

    private static bool IsExplained(BlockReason reason, IResource subject, RuleContext context) => subject is PodDisruptionBudget budget
        && (reason == BlockReason.ReplacementPending
            ? context.Around(budget).WorkloadsSelectedBy(budget).Any(workload => PodHasNowhereToGo.Applies(workload, context))
            : Causes.TryGetValue(reason, out var causes) && Array.Exists(causes, cause => cause.Check(budget, context) is RuleOutcome.FoundOutcome));

    private static RuleHit Hit(IResource subject, BlockedPod[] pods) => new()
    {
        Field = subject is PodDisruptionBudget budget ? budget.PolicyField : "metadata.name",
        Message = $"{(subject is Workload ? $"{pods[0].Blocker.Pod} " : "")}{pods[0].Blocker.Message}; so {NodeList.InWords(pods)} not drained",
        Evidence = [new("pods", NodeList.Pods(pods)), new("nodes", NodeList.Nodes(pods)), new("forEver", pods[0].Blocker.IsForEver ? "true" : "false")],
    };
}

using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Reports a budget that protects no pod.</summary>
internal sealed class BudgetSelectsNothing : Rule<PodDisruptionBudget>
{
    private static readonly Int32Parameter SettleHours = new(
        "settleHours", 24, 0, 720, "hours", "How old a budget of a running cluster is before the finding is more than info.", "own choice");

    public override IReadOnlyList<RuleParameter> Parameters => [SettleHours];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "budget-selects-nothing",
        Category = RuleCategory.Disruption,
        Severity = Severity.Low,
        Summary = "PodDisruptionBudget selects no pod",
        Why = "The budget protects nothing. Mostly a label was renamed, so that a drain may take all replicas of the workload it was meant for.",
        Fix = "Use the labels of the workload's pod template in the selector, or remove the budget.",
        Sources = [KubernetesDocs.ConfigureBudget],
    };

    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context)
    {
        if (BudgetReading.CanSelectNothing(subject))
        {
            return RuleOutcome.Found(new RuleHit
            {
                Field = subject.Selector is null ? "spec" : "spec.selector",
                Message = subject.Selector is null ? "has no selector, which selects nothing" : "has the selector {}, which selects nothing in policy/v1beta1",
                Evidence = [new("selector", subject.Selector is null ? "not set" : "{}")],
            });
        }

        var around = context.Around(subject);
        if (around.WorkloadsSelectedBy(subject).Length > 0 || around.PodsSelectedBy(subject).Length > 0)
        {
            return RuleOutcome.Passed;
        }

        if (WhyUnknown(around, context.Cluster) is { } reason)
        {
            return RuleOutcome.NotEvaluated(reason);
        }

        var age = context.Cluster.CapturedAt - subject.Metadata.CreatedAt;
        var nearest = Nearest(subject.Selector!, around);
        return RuleOutcome.Found(new RuleHit
        {
            Field = "spec.selector",
            Severity = age < TimeSpan.FromHours(context.Value(SettleHours)) ? Severity.Info : null,
            Message = $"selects no pod and no pod template of the namespace: {subject.Selector}",
            Evidence =
            [
                new("selector", $"{subject.Selector}"),
                .. nearest is null ? [] : new KeyValuePair<string, string>[] { new("nearest", $"{nearest.Reference} with {nearest.Template.Labels}") },
            ],
        });
    }

    private static string? WhyUnknown(NamespaceSnapshot around, ClusterSnapshot cluster)
    {
        if (cluster.IsLive)
        {
            return cluster.Knows(ResourceKinds.Pods) ? null : "the input has no pods";
        }

        if (around.Controllers.IsEmpty && around.Pods.IsEmpty)
        {
            return "the input holds no workload in the budget's namespace";
        }

        return !cluster.PassedOver.IsEmpty ? "a custom resource of the input may make the pods"
            : !cluster.Problems.IsEmpty ? "something in the input that was not judged may make the pods"
            : null;
    }

    private static Workload? Nearest(LabelSelector selector, NamespaceSnapshot around)
    {
        var ranked = around.Workloads
            .Select(workload => (workload, Same: selector.MatchLabels.Count(pair => workload.Template.Labels.Find(pair.Key) == pair.Value)))
            .ToArray();
        return ranked.Where(item => item.Same > 0).OrderByDescending(item => item.Same).FirstOrDefault().workload;
    }
}

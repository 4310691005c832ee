using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Reports a replicated workload that no budget selects.</summary>
internal sealed class MissingBudget : Rule<Workload>
{
    private static readonly Int32Parameter MinReplicas = new(
        "minReplicas", 2, 2, 100, "replicas", "Workloads with fewer replicas need no budget: it could only block.",
        "https://kubernetes.io/docs/tasks/run-application/configure-pdb/");

    public override IReadOnlyList<RuleParameter> Parameters => [MinReplicas];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "missing-budget",
        Category = RuleCategory.Disruption,
        Severity = Severity.Low,
        IsOptIn = true,
        Summary = "No PodDisruptionBudget selects a replicated workload",
        Why = """
            Without a budget a drain of several nodes at once, or two drains after each other, may take more replicas away than the workload
            can spare. The rule is off unless a policy enables it: budgets are easily wrong, and a wrong one stops maintenance.
            """,
        Fix = "Add a PodDisruptionBudget with maxUnavailable: 1 and the labels of the pod template.",
        Sources = [KubernetesDocs.ConfigureBudget],
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        if (WorkloadScale.Of(subject, around) is not { } scale || scale.Usual < context.Value(MinReplicas))
        {
            return RuleOutcome.NotApplicable;
        }

        if (!around.BudgetsSelecting(scale.Controller.Template.Labels).IsEmpty)
        {
            return RuleOutcome.Passed;
        }

        // A set of manifests is all there is, unless a part of it could not be judged; of a cluster somebody may have read only a part.
        var unknown = context.Cluster.IsLive && !context.Cluster.Knows(ResourceKinds.PodDisruptionBudgets) ? "the input has no PodDisruptionBudgets"
            : !context.Cluster.IsLive && !context.Cluster.Problems.IsEmpty ? "something in the input that was not judged may be the budget"
            : null;
        return unknown is not null
            ? RuleOutcome.NotEvaluated(unknown)
            : RuleOutcome.Found(new RuleHit
            {
                Field = "spec.template.metadata.labels",
                Message = $"{scale.Usual} replicas and no budget selects them",
                Evidence = [new("replicas", $"{scale.Usual}"), new("budgets", $"{around.Budgets.Length} in the namespace")],
            });
    }
}

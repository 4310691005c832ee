using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>The budgets of a namespace in which one topmost workload was put, in place of another or as a new one.</summary>
internal sealed class ChangedWorkloadBudgets(BudgetIndex before, Workload? old, Workload put) : BudgetIndex
{
    public override ImmutableArray<PodDisruptionBudget> Selecting(LabelSet labels) => before.Selecting(labels);

    public override ImmutableArray<Pod> PodsOf(PodDisruptionBudget budget) => before.PodsOf(budget);

    public override ImmutableArray<Workload> WorkloadsOf(PodDisruptionBudget budget)
    {
        var others = before.WorkloadsOf(budget);
        others = old is null ? others : others.Remove(old);
        return budget.Selects(put.Template.Labels) || SelectsPodsOf(budget, put) ? new Listing<Workload>(others).With(put).Items : others;
    }

    public override bool SelectsPodsOf(PodDisruptionBudget budget, Workload workload) =>
        ReferenceEquals(workload, put) ? old is not null && before.SelectsPodsOf(budget, old) : before.SelectsPodsOf(budget, workload);
}

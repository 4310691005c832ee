using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>The budgets of a namespace in which one topmost workload was put, in place of another or as a new one.</summary>
internal sealed class ChangedWorkloadBudgets(Lazy<BudgetIndex> before, Workload? old, Workload put) : BudgetIndex
{
    public override ImmutableArray<PodDisruptionBudget> Selecting(LabelSet labels) => before.Value.Selecting(labels);

    public override ImmutableArray<Pod> PodsOf(PodDisruptionBudget budget) => before.Value.PodsOf(budget);

    public override ImmutableArray<Workload> WorkloadsOf(PodDisruptionBudget budget)
    {
        var others = before.Value.WorkloadsOf(budget);
        var at = old is null ? -1 : others.IndexOf(old);
        var isSelected = budget.Selects(put.Template.Labels) || SelectsPodsOf(budget, put);
        return (at, isSelected) switch
        {
            ( >= 0, true) => others.SetItem(at, put),
            ( >= 0, false) => others.RemoveAt(at),
            (_, true) => new Listing<Workload>(others).With(put).Items,
            _ => others,
        };
    }

    public override bool SelectsPodsOf(PodDisruptionBudget budget, Workload workload) =>
        ReferenceEquals(workload, put) ? old is not null && before.Value.SelectsPodsOf(budget, old) : before.Value.SelectsPodsOf(budget, workload);
}

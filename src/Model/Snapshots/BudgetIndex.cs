using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>Which budgets select which pods and workloads of one namespace.</summary>
internal abstract class BudgetIndex
{
    /// <summary>The budgets that select a pod with these labels, by name.</summary>
    public abstract ImmutableArray<PodDisruptionBudget> Selecting(LabelSet labels);

    /// <summary>The pods that a budget selects, by name.</summary>
    public abstract ImmutableArray<Pod> PodsOf(PodDisruptionBudget budget);

    /// <summary>The topmost workloads whose template or pods a budget selects, by kind and name.</summary>
    public abstract ImmutableArray<Workload> WorkloadsOf(PodDisruptionBudget budget);

    /// <summary>Whether a budget selects a pod of a topmost workload, whatever the template says now.</summary>
    public abstract bool SelectsPodsOf(PodDisruptionBudget budget, Workload workload);
}

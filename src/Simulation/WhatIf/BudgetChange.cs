using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>Changes to a budget.</summary>
internal static class BudgetChange
{
    /// <summary>Lets one pod be away, whatever the number of replicas.</summary>
    public static Candidate OneUnavailable(PodDisruptionBudget budget) => Edit(
        budget,
        BudgetArithmetic.StatesNever(budget) ? "budget-never-allows" : "budget-covers-all-replicas",
        $"{Text(budget)} to maxUnavailable: 1",
        old => old with { MinAvailable = null, MaxUnavailable = new(1, IsPercent: false) });

    /// <summary>Lets one pod more be away than now.</summary>
    public static Candidate OneMore(BudgetInfo info, string rule)
    {
        var more = info.Expected - info.Desired + 1;
        return info.Budget.MaxUnavailable is not null
            ? Edit(info.Budget, rule, $"{Text(info.Budget)} to {more}", old => old with { MaxUnavailable = new(more, IsPercent: false) })
            : Edit(info.Budget, rule, $"{Text(info.Budget)} to {info.Desired - 1}", old => old with { MinAvailable = new(info.Desired - 1, IsPercent: false) });
    }

    /// <summary>States a number that can be counted without controllers.</summary>
    public static Candidate Countable(PodDisruptionBudget budget, int pods) => Edit(
        budget,
        "budget-cannot-count",
        $"{Text(budget)} to minAvailable: {Math.Max(0, pods - 1)}, which needs no scale to be counted",
        old => old with { MaxUnavailable = null, MinAvailable = new(Math.Max(0, pods - 1), IsPercent: false) });

    /// <summary>Lets pods leave that are not Ready.</summary>
    public static Candidate AlwaysAllowUnhealthy(PodDisruptionBudget budget) => Edit(
        budget,
        "unhealthy-pod-holds-budget",
        "unhealthyPodEvictionPolicy from IfHealthyBudget to AlwaysAllow",
        old => old with { AlwaysAllowsUnhealthy = true, StatesUnhealthyPolicy = true });

    /// <summary>Takes a budget away that selects pods of another one.</summary>
    public static Candidate Remove(PodDisruptionBudget budget, int pods) => new()
    {
        Rule = "overlapping-budgets",
        Object = budget.Reference.ToString(),
        Change = "remove",
        Message = _ => $"remove it, or narrow its selector: {pods} of its pods are selected by another budget, too",
        Apply = scenario => Find(scenario, budget) is { } found
            ? scenario with { Snapshot = scenario.Snapshot.WithoutBudget(found) }
            : null,
    };

    private static Candidate Edit(PodDisruptionBudget budget, string rule, string message, Func<PodDisruptionBudget, PodDisruptionBudget> edit) => new()
    {
        Rule = rule,
        Object = budget.Reference.ToString(),
        Change = message,
        Message = _ => message,
        Apply = scenario => Find(scenario, budget) is { } found
            ? scenario with { Snapshot = scenario.Snapshot.WithBudget(found, edit(found)) }
            : null,
    };

    private static PodDisruptionBudget? Find(Scenario scenario, PodDisruptionBudget budget) =>
        ObjectName.Parse(budget.Reference.ToString()).FindBudget(scenario.Snapshot);

    private static string Text(PodDisruptionBudget budget) => budget switch
    {
        { MaxUnavailable: { } max } => $"maxUnavailable from {max}",
        { MinAvailable: { } min } => $"minAvailable from {min}",
        _ => "from neither field",
    };
}

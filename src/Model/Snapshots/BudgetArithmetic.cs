using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>The disruption controller's arithmetic. The only place that knows it.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/controller/disruption/disruption.go (getExpectedPodCount, updatePdbStatus).</remarks>
public static class BudgetArithmetic
{
    /// <summary>How many pods must stay healthy.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="expectedPods">For maxUnavailable and percentages: the sum of the scales of the controllers of the selected pods.</param>
    public static int DesiredHealthy(PodDisruptionBudget budget, int expectedPods) => budget switch
    {
        { MaxUnavailable: { } max } => Math.Max(0, expectedPods - max.ResolveUp(expectedPods)),
        { MinAvailable: { } min } => min.ResolveUp(expectedPods),
        _ => 0,
    };

    /// <summary>How many evictions are allowed; 0 whenever nothing is expected.</summary>
    public static int DisruptionsAllowed(int expectedPods, int desiredHealthy, int currentHealthy) =>
        expectedPods <= 0 ? 0 : Math.Max(0, currentHealthy - desiredHealthy);

    /// <summary>Whether the budget counts its pods by the scale of their controllers, and so needs controllers that have one.</summary>
    public static bool NeedsScale(PodDisruptionBudget budget) => budget.MaxUnavailable is not null || budget.MinAvailable is { IsPercent: true };

    /// <summary>Whether its two fields alone rule out every eviction, whatever they select.</summary>
    public static bool StatesNever(PodDisruptionBudget budget) =>
        StatesNothing(budget) || (budget.MaxUnavailable is { } max ? max.Value <= 0 : budget.MinAvailable is { IsPercent: true, Value: >= 100 });

    /// <summary>Whether neither field is set, so that nothing is ever expected and no disruption allowed.</summary>
    public static bool StatesNothing(PodDisruptionBudget budget) => budget.MaxUnavailable is null && budget.MinAvailable is null;
}

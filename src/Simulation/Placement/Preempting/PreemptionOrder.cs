namespace RiskAnalyzer.Simulation.Placement.Preempting;

/// <summary>Which pods are spared first, and which of several candidates is taken.</summary>
internal static class PreemptionOrder
{
    /// <summary>Higher priority first, then the pod that has run longer; the caller's number decides the rest.</summary>
    public static IComparer<RunningPod> MostImportantFirst { get; } = Comparer<RunningPod>.Create((x, y) =>
    {
        var order = y.Shape.Priority.CompareTo(x.Shape.Priority);
        order = order != 0 ? order : x.StartSeconds.CompareTo(y.StartSeconds);
        return order != 0 ? order : x.Id.CompareTo(y.Id);
    });

    /// <summary>
    /// Fewer budgets violated, then the lower top victim, the smaller sum of priorities, fewer victims, and the later start of the top victims.
    /// </summary>
    /// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/framework/preemption/preemption.go (pickOneNodeForPreemption)</remarks>
    public static bool IsBetter(Preemption one, Preemption other)
    {
        var order = one.BudgetViolations.CompareTo(other.BudgetViolations);
        order = order != 0 ? order : Top(one).CompareTo(Top(other));
        order = order != 0 ? order : Sum(one).CompareTo(Sum(other));
        order = order != 0 ? order : one.Victims.Length.CompareTo(other.Victims.Length);
        return order != 0 ? order < 0 : EarliestTopStart(one) > EarliestTopStart(other);
    }

    private static int Top(Preemption candidate) => candidate.Victims is [var first, ..] ? first.Shape.Priority : int.MinValue;

    // Each priority is shifted so that it is positive and more victims always weigh more.
    private static long Sum(Preemption candidate) => candidate.Victims.Sum(pod => pod.Shape.Priority + (long)int.MaxValue + 1);

    private static double EarliestTopStart(Preemption candidate) =>
        candidate.Victims.Where(pod => pod.Shape.Priority == Top(candidate)).Select(pod => pod.StartSeconds).DefaultIfEmpty(double.MaxValue).Min();
}

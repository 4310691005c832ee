using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Looks back at a finished drain: whose pods left last, and which budgets made evictions wait.</summary>
internal static class DrainReview
{
    // Pods that leave this close together leave at the same time, as far as a client that looks once a second can tell.
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    /// <summary>The workloads whose pods were the last to leave, by number.</summary>
    public static IEnumerable<int> Critical(DrainClient drain)
    {
        var last = LastGone(drain);
        return drain.Tasks.Where(task => task.Pod.Class.Workload >= 0 && IsLast(task, last)).Select(task => task.Pod.Class.Workload).Distinct();
    }

    /// <summary>Notes the budgets that refused evictions of this drain.</summary>
    public static void NoteBudgets(DrainClient drain, Func<int, BudgetWait> waits)
    {
        if (drain.Tasks.All(task => task.RefusedAt is null))
        {
            return;
        }

        var last = LastGone(drain);
        foreach (var chain in drain.Tasks.Where(task => task.Pod.Class.Budgets.Length == 1).GroupBy(task => task.Pod.Class.Budgets[0]))
        {
            var refused = chain.Where(task => task.RefusedAt is not null).ToArray();
            if (refused.Length > 0)
            {
                Note(waits(chain.Key), drain, [.. chain.Where(IsEvicted)], refused.Where(task => IsEvicted(task) && IsLast(task, last)));
            }
        }
    }

    private static void Note(BudgetWait wait, DrainClient drain, DrainTask[] evicted, IEnumerable<DrainTask> last)
    {
        var seconds = evicted.Length == 0 ? 0 : (evicted.Max(task => task.Pod.DeletedAt) - evicted.Min(task => task.Pod.DeletedAt)).TotalSeconds;
        wait.Nodes++;
        wait.CriticalSeconds += last.Select(task => (task.Pod.DeletedAt - task.SentAt).TotalSeconds).DefaultIfEmpty().Max();
        if (wait.Node < 0 || seconds > wait.ChainSeconds)
        {
            (wait.Node, wait.Chain, wait.ChainSeconds) = (drain.Node, evicted.Length, seconds);
        }
    }

    private static bool IsEvicted(DrainTask task) => task.Pod.Stage is PodStage.Terminating or PodStage.Gone && task.Pod.DeletedAt >= task.SentAt;

    private static bool IsLast(DrainTask task, TimeSpan last) => task.Pod.Stage == PodStage.Gone && task.Pod.GoneAt > last - Together;

    private static TimeSpan LastGone(DrainClient drain) =>
        drain.Tasks.Where(task => task.Pod.Stage == PodStage.Gone && task.Pod.GoneAt >= drain.StartedAt)
            .Select(task => task.Pod.GoneAt).DefaultIfEmpty(TimeSpan.MaxValue).Max();
}

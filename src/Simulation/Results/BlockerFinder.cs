using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Eviction;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Says what keeps the pods of an unfinished drain: the object, its numbers, its owner, and whether waiting would help.</summary>
internal static class BlockerFinder
{
    /// <summary>The blockers of a drain that failed or ran out of time, by pod.</summary>
    public static IEnumerable<Blocker> Find(SimulationRun run, DrainClient drain) =>
        drain.Tasks
            .Where(task => task.HasFailed || task.HasTimedOut || (task.Stage != DrainTaskStage.Done && task.Pod.Stage != PodStage.Gone))
            .Select(task => ForTask(run, task))
            .OrderBy(blocker => blocker.Pod, StringComparer.Ordinal);

    /// <summary>The blocker that refuses a node before anything is evicted.</summary>
    public static Blocker ForRefusal(SimulationRun run, SimulatedPod pod, BlockReason reason)
    {
        var name = pod.NameIn(run.Input);
        var message = reason switch
        {
            BlockReason.NoController => "has no controller, so nobody would make it again; give it one, or drain with force",
            BlockReason.LocalStorage => $"has local data in {LocalVolumes(pod)}, and the plan does not delete it (deleteEmptyDirData)",
            BlockReason.DaemonSet => "belongs to a DaemonSet that is gone, or that the plan does not ignore (ignoreDaemonSets)",
            BlockReason.KeepsNode => AutoscalerFilter.WhyItKeeps(pod),
            _ => throw new InvalidOperationException($"refusal {reason}"),
        };
        return new(name, OwnerOf(run, pod), reason, $"Pod/{name}", message, IsForEver: true);
    }

    /// <summary>The blocker of a node whose pods left too late for the work on it.</summary>
    public static Blocker ForCutOff(SimulationRun run, SimulatedPod last, double limitSeconds)
    {
        var name = last.NameIn(run.Input);
        var message = $"left so late that the work on the node did not end within the {limitSeconds} s for both";
        return new(name, OwnerOf(run, last), BlockReason.StillTerminating, $"Pod/{name}", message, IsForEver: false);
    }

    private static Blocker ForTask(SimulationRun run, DrainTask task)
    {
        var pod = task.Pod;
        var name = pod.NameIn(run.Input);
        var owner = OwnerOf(run, pod);
        if (task.LastRefusal == EvictionAnswer.SeveralBudgets)
        {
            var budgets = string.Join(", ", pod.Class.Budgets.Select(b => run.Budgets.Info(b).Budget.Metadata.Name));
            var first = run.Budgets.Info(pod.Class.Budgets[0]).Budget.Reference.ToString();
            return new(name, owner, BlockReason.OverlappingBudgets, first, $"is selected by {pod.Class.Budgets.Length} budgets ({budgets}); an eviction then fails; keep one", true);
        }

        if (task.HasReturned)
        {
            const string Message = "is made again on the node that is being drained, as it tolerates the cordon";
            return new(name, owner, BlockReason.ReturnsToNode, owner ?? $"Pod/{name}", Message, true);
        }

        if (task.WaitsBecause is { } because && pod.Stage is not (PodStage.Terminating or PodStage.Gone))
        {
            return new(name, owner, BlockReason.WaitsForCompletion, owner ?? $"Pod/{name}", $"{because}, and nothing says when", false);
        }

        if (pod.Stage is PodStage.Terminating or PodStage.Gone)
        {
            return ForTerminating(pod, name, owner);
        }

        return pod.Class.IsNamespaceTerminating
            ? new(name, owner, BlockReason.NamespaceTerminating, $"Namespace/{pod.Class.Namespace}", "its namespace is being deleted, which refuses evictions", false)
            : ForBudget(run, pod, name, owner);
    }

    private static Blocker ForTerminating(SimulatedPod pod, string name, string? owner) => pod switch
    {
        { Class.IsHeldByFinalizer: true } =>
            new(name, owner, BlockReason.Finalizer, $"Pod/{name}", "a finalizer keeps its object; its controller must remove it", true),
        { IsStuck: true } =>
            new(name, owner, BlockReason.NodeNotReady, $"Pod/{name}", "its node does not confirm its end", true),
        _ => new(name, owner, BlockReason.StillTerminating, $"Pod/{name}", $"needs longer than the drain waits; its grace is {pod.Class.GraceSeconds} s", false),
    };

    private static Blocker ForBudget(SimulationRun run, SimulatedPod pod, string name, string? owner)
    {
        var number = pod.Class.Budgets.Length > 0 ? pod.Class.Budgets[0] : -1;
        if (number < 0)
        {
            return new(name, owner, BlockReason.StillTerminating, $"Pod/{name}", "its eviction was still to come when the time was up", false);
        }

        var info = run.Budgets.Info(number);
        var budget = info.Budget.Reference.ToString();
        if (info.NeverBecause is { } because)
        {
            var reason = info.CannotCount ? BlockReason.BudgetCannotCount
                : BudgetArithmetic.StatesNever(info.Budget) ? BlockReason.BudgetNeverAllows
                : BlockReason.BudgetCoversAllReplicas;
            return new(name, owner, reason, budget, $"can never allow an eviction: {because}", true);
        }

        var numbers = $"{run.Budgets.Healthy(number)} of {info.Expected} pods healthy, {info.Desired} must stay";
        return run.Scheduler.Waiting.FirstOrDefault(waiting => waiting.Pod.Class.Budgets.Contains(number)) is { Pod: var pending }
            ? new(name, owner, BlockReason.ReplacementPending, budget, $"{numbers}; a replacement fits nowhere: {run.Scheduler.WhyPending(pending)}", true)
            : new(name, owner, BlockReason.BudgetExhausted, budget, numbers, run.IsStuck);
    }

    private static string? OwnerOf(SimulationRun run, SimulatedPod pod) =>
        pod.Class.Workload < 0 ? null : run.Input.Workloads[pod.Class.Workload].ToString();

    // Volumes of the host count for the autoscaler only; a pod that has no others is named for those.
    private static string LocalVolumes(SimulatedPod pod)
    {
        string[] own = [.. pod.Class.Spec.Volumes.Where(v => v.Kind is VolumeKind.EmptyDir or VolumeKind.EmptyDirInMemory).Select(v => v.Name)];
        return string.Join(", ", own.Length > 0 ? own : pod.Class.Spec.Volumes.Where(v => v.Kind is VolumeKind.HostPath).Select(v => v.Name));
    }
}

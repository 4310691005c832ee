using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>Changes that may remove what stops a run. Of several for one blocker the first is the one to prefer.</summary>
internal static class BlockerCandidates
{
    /// <summary>For each blocker of the typical run its candidates.</summary>
    public static IReadOnlyList<IReadOnlyList<Candidate>> Of(Trial trial, ForecastOptions options)
    {
        var blockers = trial.Scenario.Plan.Nodes
            .SelectMany(node => trial.Runs.Typical.Details.Of(trial.Input.Placement.IndexOf(node)).Blockers.Select(blocker => (Blocker: blocker, Node: node)))
            .ToArray();
        return
        [
            .. blockers.GroupBy(each => (each.Blocker.Reason, Object: ObjectOf(each.Blocker)))
                .Select(group => (IReadOnlyList<Candidate>)[.. For(trial, options, group.First().Blocker, group.First().Node, blockers.Count(other => other.Blocker.Reason == group.Key.Reason))])
                .Where(candidates => candidates.Count > 0)
                .DistinctBy(candidates => candidates[0].Key),
        ];
    }

    /// <summary>Changes to every budget that can never allow an eviction and guards a pod on a node of the plan.</summary>
    public static IEnumerable<Candidate> Structural(Trial trial)
    {
        var nodes = trial.Scenario.Plan.Nodes.ToHashSet(StringComparer.Ordinal);
        return trial.Input.Pods
            .Where(pod => pod.Class.Budgets.Length == 1 && pod.Pod is { NodeName: { } node, IsFinished: false, IsDaemonSetPod: false } && nodes.Contains(node))
            .Select(pod => trial.Input.Budgets[pod.Class.Budgets[0]])
            .Where(info => info.NeverBecause is not null)
            .Distinct()
            .Select(info => ForNever(trial, info));
    }

    // What the plan decides for all pods alike is one change, whichever pod shows it.
    private static string ObjectOf(Blocker blocker) =>
        blocker.Reason is BlockReason.NoController or BlockReason.LocalStorage or BlockReason.DaemonSet ? "" : blocker.Object;

    private static IEnumerable<Candidate> For(Trial trial, ForecastOptions options, Blocker blocker, string node, int alike) => blocker.Reason switch
    {
        BlockReason.NoController => [PlanChange.Force(blocker.Object, alike)],
        BlockReason.LocalStorage => [PlanChange.DeleteLocalData(blocker.Object, alike)],
        BlockReason.DaemonSet when !trial.Scenario.Plan.Drain.IgnoreDaemonSets => [PlanChange.IgnoreDaemonSets(blocker.Object, alike)],
        BlockReason.DaemonSet => [PlanChange.Force(blocker.Object, alike)],
        BlockReason.OverlappingBudgets => Overlapping(trial, ObjectName.Parse(blocker.Object)),
        BlockReason.BudgetNeverAllows or BlockReason.BudgetCoversAllReplicas or BlockReason.BudgetCannotCount => Never(trial, options, blocker),
        BlockReason.BudgetExhausted or BlockReason.ReplacementPending => Exhausted(trial, blocker, node),
        BlockReason.StillTerminating => Slow(trial, blocker),
        BlockReason.Finalizer => Finalizers(trial, blocker),
        BlockReason.NodeNotReady => [PlanChange.LeaveOut(node)],
        BlockReason.ReturnsToNode or BlockReason.NamespaceTerminating or BlockReason.WaitsForCompletion or BlockReason.KeepsNode => [],
        _ => throw new InvalidOperationException($"reason {blocker.Reason}"),
    };

    private static IEnumerable<Candidate> Never(Trial trial, ForecastOptions options, Blocker blocker)
    {
        if (InfoOf(trial, blocker) is not { } info)
        {
            yield break;
        }

        yield return ForNever(trial, info);
        if (blocker.Owner is { } owner && ObjectName.Parse(owner).FindWorkload(trial.Scenario.Snapshot) is { HasReplicas: true } workload && !info.CannotCount)
        {
            yield return ReplicaChange.OneMore(workload, options.Scheduler);
        }
    }

    private static Candidate ForNever(Trial trial, BudgetInfo info) => info.CannotCount
        ? BudgetChange.Countable(info.Budget, trial.Scenario.Snapshot.InNamespace(info.Budget.Metadata.Namespace).PodsSelectedBy(info.Budget).Length)
        : BudgetChange.OneUnavailable(info.Budget);

    private static IEnumerable<Candidate> Exhausted(Trial trial, Blocker blocker, string node)
    {
        if (InfoOf(trial, blocker) is not { } info)
        {
            yield break;
        }

        if (blocker.Reason == BlockReason.ReplacementPending)
        {
            yield return NodeChange.OneMoreLike(node);
        }
        else if (!info.Budget.AlwaysAllowsUnhealthy && HasUnhealthyPod(trial, info))
        {
            yield return BudgetChange.AlwaysAllowUnhealthy(info.Budget);
        }

        if (info.Desired > 0)
        {
            yield return BudgetChange.OneMore(info, blocker.Reason == BlockReason.ReplacementPending ? "pod-has-nowhere-to-go" : "budget-exhausted");
        }

        foreach (var candidate in Wait(trial, blocker))
        {
            yield return candidate;
        }
    }

    private static IEnumerable<Candidate> Overlapping(Trial trial, ObjectName name)
    {
        var snapshot = trial.Scenario.Snapshot;
        if (name.FindBudget(snapshot) is not { } first)
        {
            return [];
        }

        var contents = snapshot.InNamespace(name.Namespace);
        var shared = contents.PodsSelectedBy(first).Where(pod => contents.BudgetsSelecting(pod.Metadata.Labels).Length > 1).ToArray();
        return shared.SelectMany(pod => contents.BudgetsSelecting(pod.Metadata.Labels)).Distinct()
            .OrderByDescending(budget => contents.PodsSelectedBy(budget).Length).ThenByDescending(budget => budget.Metadata.Name, StringComparer.Ordinal)
            .Select(budget => BudgetChange.Remove(budget, shared.Count(pod => budget.Selects(pod.Metadata.Labels))));
    }

    private static IEnumerable<Candidate> Slow(Trial trial, Blocker blocker) =>
        (blocker.Owner is { } owner ? GraceCandidates.For(trial, ObjectName.Parse(owner)) : []).Concat(Wait(trial, blocker));

    private static IEnumerable<Candidate> Wait(Trial trial, Blocker blocker) =>
        trial.Scenario.Plan.Drain.TimeoutSeconds > 0 && !blocker.IsForEver ? [PlanChange.WaitLonger(trial.Scenario.Plan)] : [];

    private static IEnumerable<Candidate> Finalizers(Trial trial, Blocker blocker)
    {
        var name = ObjectName.Parse(blocker.Object);
        return trial.Scenario.Snapshot.InNamespace(name.Namespace).Pods.FirstOrDefault(pod => pod.Metadata.Name == name.Name) is { Metadata.Finalizers.IsEmpty: false } pod
            ? [PodChange.WithoutFinalizers(blocker.Object, pod)]
            : [];
    }

    private static BudgetInfo? InfoOf(Trial trial, Blocker blocker) =>
        Array.Find(trial.Input.Budgets, info => info.Budget.Reference.ToString() == blocker.Object);

    private static bool HasUnhealthyPod(Trial trial, BudgetInfo info) =>
        trial.Scenario.Snapshot.InNamespace(info.Budget.Metadata.Namespace).PodsSelectedBy(info.Budget)
            .Any(pod => pod is { IsReady: false, IsTerminating: false, Phase: PodPhase.Running });
}

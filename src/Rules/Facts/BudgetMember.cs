using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>A workload that a budget selects, with the numbers that the disruption controller would read from it.</summary>
internal sealed record BudgetMember
{
    /// <summary>The workload.</summary>
    public required Workload Workload { get; init; }

    /// <summary>Whether its controller has a scale; null when that is not known (a custom resource).</summary>
    public bool? HasScale { get; init; }

    /// <summary>The pods it asks for now; null when unknown.</summary>
    public int? Now { get; init; }

    /// <summary>The pods it asks for at the autoscaler's floor; null when unknown.</summary>
    public int? Least { get; init; }

    /// <summary>The pods it asks for at the autoscaler's ceiling; null when unknown.</summary>
    public int? Most { get; init; }

    /// <summary>The autoscaler at work; null when there is none.</summary>
    public Autoscaler? Autoscaler { get; init; }

    /// <summary>Reads one of the workloads that a budget selects.</summary>
    public static BudgetMember Of(Workload workload, PodDisruptionBudget budget, NamespaceSnapshot around)
    {
        if (workload.HasReplicas && WorkloadScale.Of(workload, around) is { } scale)
        {
            return new()
            {
                Workload = workload,
                HasScale = true,
                Now = scale.Replicas,
                Least = scale.Floor,
                Most = scale.Ceiling,
                Autoscaler = scale.Autoscaler,
            };
        }

        var pods = CountOf(around.PodsOf(workload), budget);
        return workload.Type switch
        {
            WorkloadKind.Custom => OfCustom(workload, budget, around, pods),
            WorkloadKind.DaemonSet => Fixed(workload, workload.Status?.Replicas ?? NullIfNone(pods)),
            WorkloadKind.Job => Fixed(workload, NullIfNone(pods) ?? (workload.Status is null ? workload.Job?.Parallelism ?? 1 : 0)),
            // One that a server holds and that has no pods counts for nothing until it starts some.
            WorkloadKind.CronJob => Fixed(workload, NullIfNone(pods) ?? (workload.Metadata.CreatedAt is null ? null : 0)),
            _ => Fixed(workload, pods),
        };
    }

    // The disruption controller asks the direct controller of a pod, so an operator's StatefulSet or a Rollout's ReplicaSet counts.
    private static BudgetMember OfCustom(Workload workload, PodDisruptionBudget budget, NamespaceSnapshot around, int pods)
    {
        var direct = around.ControlledBy(workload).Where(c => c.HasReplicas && budget.Selects(c.Template.Labels)).ToArray();
        var autoscaler = around.AutoscalerOf(workload) is { IsPaused: false } acting ? acting : null;

        // A number of pods can be counted; a percentage is of a scale that is not known.
        var counted = BudgetArithmetic.NeedsScale(budget) ? null : NullIfNone(pods);
        var now = direct.Length > 0 ? direct.Sum(c => c.Replicas) : counted;
        return new()
        {
            Workload = workload,
            HasScale = direct.Length > 0 ? true : null,
            Now = now,
            Least = autoscaler?.Floor ?? now,
            Most = autoscaler is null ? now : Math.Max(autoscaler.Ceiling ?? 0, now ?? pods),
            Autoscaler = autoscaler,
        };
    }

    private static BudgetMember Fixed(Workload workload, int? pods) =>
        new() { Workload = workload, HasScale = false, Now = pods, Least = pods, Most = pods };

    private static int CountOf(ImmutableArray<Pod> pods, PodDisruptionBudget budget) => pods.Count(pod => !pod.IsFinished && budget.Selects(pod.Metadata.Labels));

    private static int? NullIfNone(int pods) => pods > 0 ? pods : null;
}

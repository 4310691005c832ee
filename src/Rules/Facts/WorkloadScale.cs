using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>How many pods a workload keeps: now, at the autoscaler's floor and at its ceiling.</summary>
internal readonly record struct WorkloadScale
{
    /// <summary>What states the number: the workload itself, or the one controller that an owner of unknown kind uses.</summary>
    public required Workload Controller { get; init; }

    /// <summary>The autoscaler that is at work; null when there is none, or when it is paused.</summary>
    public Autoscaler? Autoscaler { get; init; }

    /// <summary>The pods that the specification asks for, or that a paused ScaledObject holds.</summary>
    public required int Replicas { get; init; }

    /// <summary>The fewest pods that may be left without anybody changing a manifest.</summary>
    public int Floor => Autoscaler?.Floor ?? Replicas;

    /// <summary>The most pods there may be without anybody changing a manifest.</summary>
    public int Ceiling => Autoscaler is null ? Replicas : Math.Max(Autoscaler.Ceiling ?? Replicas, Math.Max(Autoscaler.Floor, Replicas));

    /// <summary>The pods to expect: what is written or runs, but not fewer than the autoscaler's floor.</summary>
    public int Usual => Autoscaler is null ? Replicas : Math.Max(Autoscaler.Floor, Controller.SpecReplicas ?? 0);

    /// <summary>The scale of a workload; null for a kind without replicas and for a workload that is being deleted.</summary>
    public static WorkloadScale? Of(Workload workload, NamespaceSnapshot around)
    {
        if (workload.Metadata.DeletionTimestamp is not null || ControllerOf(workload, around) is not { } controller)
        {
            return null;
        }

        var autoscaler = around.AutoscalerOf(workload) ?? around.AutoscalerOf(controller);
        if (autoscaler is { IsPaused: true })
        {
            return new WorkloadScale { Controller = controller, Replicas = autoscaler.PausedReplicas ?? controller.Replicas };
        }

        // An HPA leaves a workload alone that somebody scaled to zero; KEDA wakes it.
        // Source: https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#implicit-maintenance-mode-deactivation
        var sleeps = controller.Replicas == 0 && autoscaler is { IsScaledObject: false };
        return new WorkloadScale { Controller = controller, Autoscaler = sleeps ? null : autoscaler, Replicas = controller.Replicas };
    }

    private static Workload? ControllerOf(Workload workload, NamespaceSnapshot around)
    {
        if (workload.Type != WorkloadKind.Custom)
        {
            return workload.HasReplicas ? workload : null;
        }

        // An Argo Rollout keeps its old ReplicaSets at zero; several active ones mean several components or a rollout.
        return around.ControlledBy(workload).Where(c => c.Replicas > 0).ToArray() is [{ HasReplicas: true } only] ? only : null;
    }
}

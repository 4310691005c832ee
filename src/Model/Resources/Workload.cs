using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>Anything that makes pods from a template. One type for all kinds, unless the difference is the point.</summary>
public sealed record Workload : IResource
{
    /// <inheritdoc/>
    public required string ApiVersion { get; init; }

    /// <inheritdoc/>
    public required string Kind { get; init; }

    /// <summary>The kind as an enumeration.</summary>
    public required WorkloadKind Type { get; init; }

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>Desired pods as written; null when the manifest leaves it to the API server, or for kinds that have no such field.</summary>
    public int? SpecReplicas { get; init; }

    /// <summary>Desired pods: as written, or the 1 that the API server assumes. Meaningless for DaemonSet, Job, CronJob and Custom.</summary>
    public int Replicas => SpecReplicas ?? 1;

    /// <summary>Whether this kind keeps a number of replicas, so that <see cref="Replicas"/> means something.</summary>
    public bool HasReplicas =>
        Type is WorkloadKind.Deployment or WorkloadKind.StatefulSet or WorkloadKind.ReplicaSet or WorkloadKind.ReplicationController;

    /// <summary>The pods that belong; null when absent.</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>What its pods look like. For <see cref="WorkloadKind.Custom"/> taken from one of its pods.</summary>
    public PodTemplate Template { get; init; } = PodTemplate.Empty;

    /// <value>Seconds that a pod must stay Ready to count as available; default 0.</value>
    public int MinReadySeconds { get; init; }

    /// <summary>How pods are replaced on an update: RollingUpdate, Recreate or OnDelete; null when absent.</summary>
    public string? UpdateStrategy { get; init; }

    /// <summary>maxUnavailable of the rolling update; null when absent.</summary>
    public IntOrPercent? MaxUnavailable { get; init; }

    /// <summary>maxSurge of the rolling update; null when absent.</summary>
    public IntOrPercent? MaxSurge { get; init; }

    /// <summary>The partition of a StatefulSet's rolling update, 0 when absent.</summary>
    public int Partition { get; init; }

    /// <summary>Whether a StatefulSet handles its ordinals in parallel; otherwise one after the other (OrderedReady).</summary>
    public bool IsParallel { get; init; }

    /// <summary>The claim templates of a StatefulSet; each pod gets a claim named template-set-ordinal.</summary>
    public ImmutableArray<PersistentVolumeClaim> VolumeClaimTemplates { get; init; } = [];

    /// <summary>The first ordinal of a StatefulSet; default 0.</summary>
    public int FirstOrdinal { get; init; }

    /// <summary>Whether the rollout of a Deployment is paused, or a Job or CronJob suspended.</summary>
    public bool IsPaused { get; init; }

    /// <summary>What only Jobs (and the template of a CronJob) have; null for other kinds.</summary>
    public JobSpec? Job { get; init; }

    /// <summary>The status; null in manifests.</summary>
    public WorkloadStatus? Status { get; init; }
}

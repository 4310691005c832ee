using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A pod.</summary>
public sealed record Pod : IResource
{
    private readonly PackedTime _startedAt;

    /// <inheritdoc/>
    public string ApiVersion => "v1";

    /// <inheritdoc/>
    public string Kind => "Pod";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>The specification, shared among pods of one template.</summary>
    public PodSpec Spec { get; init; } = PodSpec.Empty;

    /// <summary>The node that the pod is bound to; null when it is not.</summary>
    public string? NodeName { get; init; }

    /// <summary>The phase.</summary>
    public PodPhase Phase { get; init; }

    /// <summary>The condition Ready.</summary>
    public PodCondition? Ready { get; init; }

    /// <summary>The condition PodScheduled.</summary>
    public PodCondition? PodScheduled { get; init; }

    /// <summary>The condition Initialized.</summary>
    public PodCondition? Initialized { get; init; }

    /// <summary>Whether the condition PodResizePending has the reason Infeasible.</summary>
    public bool IsResizeInfeasible { get; init; }

    /// <summary>When the kubelet saw the pod; null before.</summary>
    public DateTimeOffset? StartedAt
    {
        get => _startedAt.Value;
        init => _startedAt = new(value);
    }

    /// <summary>What is known of regular containers and sidecars.</summary>
    public ImmutableArray<ContainerStatus> ContainerStatuses { get; init; } = [];

    /// <summary>Whether the pod has ended and only its object remains.</summary>
    public bool IsFinished => Phase is PodPhase.Succeeded or PodPhase.Failed;

    /// <summary>Whether a deletion is under way.</summary>
    public bool IsTerminating => Metadata.DeletionTimestamp is not null;

    /// <summary>Whether the condition Ready is True.</summary>
    public bool IsReady => Ready is { Status: true };

    /// <summary>Whether one of its containers waits after a crash, or cannot get its image.</summary>
    public bool IsCrashing => ContainerStatuses.Any(status =>
        status.WaitingReason is "CrashLoopBackOff" or "ImagePullBackOff" or "ErrImagePull" or "CreateContainerConfigError");

    /// <summary>Whether the kubelet runs the pod from a file and the API only shows it.</summary>
    public bool IsMirror => Metadata.Annotations.ContainsKey(KnownAnnotations.Mirror);

    /// <summary>Whether a DaemonSet controls the pod.</summary>
    public bool IsDaemonSetPod => Metadata.Controller is { Kind: "DaemonSet", Group: "apps" };
}

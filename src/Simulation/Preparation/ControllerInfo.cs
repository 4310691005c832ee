using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Preparation;

/// <summary>How a direct controller of pods makes replacements.</summary>
internal sealed class ControllerInfo
{
    /// <summary>The controller.</summary>
    public required ObjectReference Reference { get; init; }

    /// <summary>When it replaces a pod.</summary>
    public required ReplacementPolicy Policy { get; init; }

    /// <summary>Pods that it keeps.</summary>
    public required int Desired { get; init; }

    /// <summary>Seconds that a pod must be Ready before an ordered StatefulSet goes on to the next.</summary>
    public required double MinReadySeconds { get; init; }

    /// <summary>When a Job's deadline comes, in seconds from the snapshot, so that its controller ends its pods; null for none.</summary>
    public double? EndsAfterSeconds { get; init; }

    /// <summary>How many failures a Job survives; null for any number, and for other kinds.</summary>
    public FailureLimit? FailureLimit { get; init; }

    /// <summary>The first ordinal of a StatefulSet.</summary>
    public int FirstOrdinal { get; init; }

    /// <summary>Whether it is a Job, which counts an evicted pod as failed and waits before it makes the next.</summary>
    public bool IsJob => Reference.Kind == "Job";

    /// <summary>The policy that a kind has.</summary>
    public static ReplacementPolicy PolicyOf(Workload? controller, OwnerReference owner) => (controller?.Type, owner.Kind) switch
    {
        (WorkloadKind.StatefulSet, _) => controller!.IsParallel ? ReplacementPolicy.AfterEndInParallel : ReplacementPolicy.AfterEndInOrder,
        (WorkloadKind.Job, _) => controller!.Job is { ReplacesOnlyFailed: true } ? ReplacementPolicy.AfterEndInParallel : ReplacementPolicy.AtDeletion,
        (WorkloadKind.DaemonSet, _) => ReplacementPolicy.Never,
        (null, "DaemonSet") when owner.Group == "apps" => ReplacementPolicy.Never,
        (null, "StatefulSet") => ReplacementPolicy.AfterEndInOrder,
        _ => ReplacementPolicy.AtDeletion,
    };
}

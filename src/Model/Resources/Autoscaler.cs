using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A HorizontalPodAutoscaler or a KEDA ScaledObject.</summary>
public sealed record Autoscaler : IResource
{
    /// <inheritdoc/>
    public required string ApiVersion { get; init; }

    /// <inheritdoc/>
    public required string Kind { get; init; }

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>The kind of the object that is scaled; Deployment when a ScaledObject does not say.</summary>
    public required string TargetKind { get; init; }

    /// <summary>The API group of the object that is scaled, empty for the core group.</summary>
    public string TargetGroup { get; init; } = "apps";

    /// <summary>The name of the object that is scaled.</summary>
    public required string TargetName { get; init; }

    /// <summary>The floor as written; null when left to the default (1 for an HPA, 0 for a ScaledObject).</summary>
    public int? SpecFloor { get; init; }

    /// <summary>The ceiling; null when absent.</summary>
    public int? Ceiling { get; init; }

    /// <summary>The number of replicas that the autoscaler holds now; null in manifests.</summary>
    public int? CurrentReplicas { get; init; }

    /// <summary>Whether this is KEDA's ScaledObject.</summary>
    public bool IsScaledObject => Kind == "ScaledObject";

    /// <summary>The fewest replicas that the autoscaler leaves.</summary>
    /// <remarks>Defaults: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/ and
    /// https://keda.sh/docs/latest/reference/scaledobject-spec/</remarks>
    public int Floor => SpecFloor ?? (IsScaledObject ? 0 : 1);

    /// <summary>The field that states the floor.</summary>
    public string FloorField => IsScaledObject ? "spec.minReplicaCount" : "spec.minReplicas";

    /// <summary>Whether this object scales the one named.</summary>
    public bool Targets(ObjectReference target) =>
        TargetKind == target.Kind && TargetName == target.Name && (Metadata.Namespace ?? "") == (target.Namespace ?? "")
        && TargetGroup == target.Group;
}

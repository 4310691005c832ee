using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>A pod, or a pod to be, of which a shape is wanted.</summary>
internal sealed record ShapeSubject
{
    public required string Namespace { get; init; }

    /// <summary>The pod's name, which only matters to ephemeral claims.</summary>
    public required string PodName { get; init; }

    public required LabelSet Labels { get; init; }

    public required PodSpec Spec { get; init; }

    public OwnerReference? Owner { get; init; }

    public string? AssignedNode { get; init; }

    /// <summary>Whether the pod is yet to be created.</summary>
    public bool IsNew { get; init; }

    /// <summary>The pod on its node whose requests may be in the middle of a resize; null for all others.</summary>
    public Pod? Resized { get; init; }

    /// <summary>The StatefulSet whose claims the pod will get; null for all others.</summary>
    public Workload? ClaimsOf { get; init; }
}

using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A pod template.</summary>
/// <param name="Labels">The labels of its pods.</param>
/// <param name="Annotations">The annotations of its pods that somebody reads.</param>
/// <param name="Spec">Their specification.</param>
/// <param name="NodeName">The node that the template names, bypassing the scheduler; null when it does not.</param>
public sealed record PodTemplate(LabelSet Labels, LabelSet Annotations, PodSpec Spec, string? NodeName = null)
{
    /// <summary>A template that says nothing.</summary>
    public static PodTemplate Empty { get; } = new(LabelSet.Empty, LabelSet.Empty, PodSpec.Empty);

    /// <summary>Finalizers that its pods carry from the start.</summary>
    public ImmutableArray<string> Finalizers { get; init; } = [];
}

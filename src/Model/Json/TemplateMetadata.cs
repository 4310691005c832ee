using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Json;

/// <summary>What is read of the metadata of a pod template.</summary>
internal readonly record struct TemplateMetadata(LabelSet Labels, LabelSet Annotations, ImmutableArray<string> Finalizers)
{
    public static TemplateMetadata None { get; } = new(LabelSet.Empty, LabelSet.Empty, []);
}

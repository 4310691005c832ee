using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a pod template.</summary>
internal static class TemplateDecoder
{
    // Most updates leave the template as it is, and ask with the stored object beside the new one.
    public static PodTemplate Read(ref JsonCursor json) => json.ReadMemoized(json.State.TemplateBytes, Decode) ?? PodTemplate.Empty;

    private static PodTemplate Decode(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return PodTemplate.Empty;
        }

        var (labels, annotations, spec, nodeName) = (LabelSet.Empty, LabelSet.Empty, PodSpec.Empty, (string?)null);
        ImmutableArray<string> finalizers = [];
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Metadata:
                    var metadata = MetadataDecoder.Read(ref json);
                    (labels, annotations, finalizers) = (metadata.Labels, metadata.Annotations, metadata.Finalizers);
                    break;
                case Field.Spec: (spec, nodeName) = json.ReadMemoized(json.State.SpecBytes, PodSpecDecoder.Read); break;
                default: json.Skip(); break;
            }
        }

        return new(labels, annotations, spec, nodeName) { Finalizers = finalizers };
    }
}

using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a pod template. Most updates leave it as it is, and a review has it twice.</summary>
internal static class TemplateDecoder
{
    public static PodTemplate Read(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return PodTemplate.Empty;
        }

        var (metadata, spec, nodeName) = (TemplateMetadata.None, PodSpec.Empty, (string?)null);
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Metadata: metadata = json.ReadMemoized(json.State.TemplateBytes, ReadMetadata); break;
                case Field.Spec: (spec, nodeName) = json.ReadMemoized(json.State.SpecBytes, PodSpecDecoder.Read); break;
                default: json.Skip(); break;
            }
        }

        return new(metadata.Labels, metadata.Annotations, spec, nodeName) { Finalizers = metadata.Finalizers };
    }

    private static TemplateMetadata ReadMetadata(ref JsonCursor json)
    {
        var metadata = MetadataDecoder.Read(ref json);
        return new(metadata.Labels, metadata.Annotations, metadata.Finalizers);
    }
}

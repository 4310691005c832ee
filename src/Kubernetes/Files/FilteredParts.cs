using System.Text.Json;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Kubernetes.Files;

/// <summary>Says what becomes of a property.</summary>
internal static class FilteredParts
{
    /// <summary>What is left out of a snapshot file, for people.</summary>
    public const string LeftOut = "Secrets and ConfigMaps, environment, commands and arguments of containers, managed fields, and annotations that no rule reads";

    /// <summary>The part that the property at the reader's position is.</summary>
    public static FilteredPart Below(FilteredPart part, ref Utf8JsonReader reader) => part switch
    {
        FilteredPart.Object => OfObject(ref reader),
        FilteredPart.Metadata => Is(ref reader, "managedFields"u8) ? FilteredPart.LeftOut : Is(ref reader, "annotations"u8) ? FilteredPart.Annotations : FilteredPart.Whole,
        FilteredPart.Annotations => OfAnnotation(reader.GetString()!),
        FilteredPart.Specification => OfSpecification(ref reader),
        FilteredPart.Container => IsCommandOrEnvironment(ref reader) ? FilteredPart.LeftOut : FilteredPart.Whole,
        FilteredPart.Webhook => Is(ref reader, "caBundle"u8) ? FilteredPart.LeftOut : Is(ref reader, "clientConfig"u8) ? FilteredPart.Webhook : FilteredPart.Whole,
        _ => FilteredPart.Whole,
    };

    private static FilteredPart OfObject(ref Utf8JsonReader reader) =>
        Is(ref reader, "apiVersion"u8) || Is(ref reader, "kind"u8) ? FilteredPart.LeftOut
        : Is(ref reader, "metadata"u8) ? FilteredPart.Metadata
        : Is(ref reader, "spec"u8) ? FilteredPart.Specification
        : Is(ref reader, "webhooks"u8) ? FilteredPart.Webhook
        : FilteredPart.Whole;

    private static FilteredPart OfAnnotation(string name) =>
        name == KnownAnnotations.LastApplied ? FilteredPart.LastApplied : KnownAnnotations.IsRead(name) ? FilteredPart.Whole : FilteredPart.LeftOut;

    // The triggers of a ScaledObject say how to log in to what is measured.
    private static FilteredPart OfSpecification(ref Utf8JsonReader reader) =>
        Is(ref reader, "triggers"u8) ? FilteredPart.LeftOut
        : Is(ref reader, "metadata"u8) ? FilteredPart.Metadata
        : Is(ref reader, "spec"u8) || Is(ref reader, "template"u8) || Is(ref reader, "jobTemplate"u8) || Is(ref reader, "volumeClaimTemplates"u8)
            ? FilteredPart.Specification
        : Is(ref reader, "containers"u8) || Is(ref reader, "initContainers"u8) || Is(ref reader, "ephemeralContainers"u8) ? FilteredPart.Container
        : FilteredPart.Whole;

    private static bool IsCommandOrEnvironment(ref Utf8JsonReader reader) =>
        Is(ref reader, "env"u8) || Is(ref reader, "envFrom"u8) || Is(ref reader, "command"u8) || Is(ref reader, "args"u8);

    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name);
}

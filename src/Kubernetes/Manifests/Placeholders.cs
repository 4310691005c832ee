using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Recognises objects in which something else is still to be filled in, although they can be read as they are.</summary>
internal static class Placeholders
{
    // No name, label or image can have these characters.
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("{}$<>%");

    /// <summary>Why an object of a manifest is a patch or a template; null when it is neither.</summary>
    public static string? ReasonFor(IResource resource, ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\"$patch\""u8) >= 0 || json.IndexOf("\"$setElementOrder/"u8) >= 0)
        {
            return $"{resource.Reference} has a merge directive ($patch); it is a patch and not judged";
        }

        return Texts(resource).FirstOrDefault(IsPlaceholder) is { } text
            ? $"{resource.Kind} has a placeholder where a value should be ({text}); it is a template and not judged"
            : null;
    }

    private static bool IsPlaceholder(string text) => text.AsSpan().ContainsAny(Marks);

    private static IEnumerable<string> Texts(IResource resource)
    {
        IEnumerable<string> texts = [resource.Metadata.Name, resource.Metadata.Namespace ?? "", .. Values(resource.Metadata.Labels)];
        return resource switch
        {
            Pod pod => [.. texts, .. Images(pod.Spec)],
            Workload workload => [.. texts, .. Values(workload.Template.Labels), .. Images(workload.Template.Spec)],
            PodDisruptionBudget { Selector: { } selector } => [.. texts, .. Values(selector.MatchLabels)],
            _ => texts,
        };
    }

    private static IEnumerable<string> Values(LabelSet labels) => labels.Select(label => label.Value);

    private static IEnumerable<string> Images(PodSpec spec) => spec.Containers.Concat(spec.InitContainers).Select(container => container.Image);
}

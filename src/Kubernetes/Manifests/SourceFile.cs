using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>A file to be read.</summary>
/// <param name="Path">Where it is; null for standard input and for text at hand.</param>
/// <param name="Name">How messages call it: the source as the user named it, joined with the way from there.</param>
/// <param name="Open">Opens its bytes.</param>
internal sealed record SourceFile(string? Path, string Name, Func<Stream> Open)
{
    /// <summary>Whether it can be opened again.</summary>
    public bool CanReopen { get; init; } = true;

    /// <summary>Why nothing in the file stands for itself, for example because a kustomization lists it as a patch; null when it does.</summary>
    public string? PassOverReason { get; init; }

    /// <summary>Whether the file is in the templates folder of a Helm chart.</summary>
    public bool IsChartTemplate { get; init; }

    /// <summary>What a support bundle's folder says of the file; null for files elsewhere.</summary>
    public BundleEntry? Bundle { get; init; }

    /// <summary>The version and kind that objects have which do not say them.</summary>
    public ObjectType Assumed => Bundle?.Assumed ?? ObjectType.Unknown;
}

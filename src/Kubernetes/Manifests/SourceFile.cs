namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>A file to be read.</summary>
/// <param name="Path">Where it is; null for standard input.</param>
/// <param name="Name">How messages call it: the source as the user named it, joined with the way from there.</param>
internal sealed record SourceFile(string? Path, string Name)
{
    /// <summary>Why nothing in the file stands for itself, for example because a kustomization lists it as a patch; null when it does.</summary>
    public string? PatchReason { get; init; }

    /// <summary>The version and kind that objects have which do not say them, known from the folder.</summary>
    public Model.Json.ObjectType Assumed { get; init; } = Model.Json.ObjectType.Unknown;
}

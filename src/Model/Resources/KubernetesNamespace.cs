namespace RiskAnalyzer.Model.Resources;

/// <summary>A namespace.</summary>
public sealed record KubernetesNamespace : IResource
{
    /// <inheritdoc/>
    public string ApiVersion => "v1";

    /// <inheritdoc/>
    public string Kind => "Namespace";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>Whether the namespace is being deleted.</summary>
    public bool IsTerminating { get; init; }
}

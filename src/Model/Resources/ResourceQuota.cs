using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A quota of a namespace.</summary>
public sealed record ResourceQuota : IResource
{
    /// <inheritdoc/>
    public string ApiVersion => "v1";

    /// <inheritdoc/>
    public string Kind => "ResourceQuota";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>Limits by name (<c>pods</c>, <c>requests.cpu</c>, <c>cpu</c>, …) in scheduler units.</summary>
    public ResourceAmounts Hard { get; init; } = ResourceAmounts.None;

    /// <summary>What is used of them; null when the status is missing.</summary>
    public ResourceAmounts? Used { get; init; }

    /// <summary>Whether the quota only counts some pods (scopes or a scope selector).</summary>
    public bool IsScoped { get; init; }
}

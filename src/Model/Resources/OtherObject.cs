namespace RiskAnalyzer.Model.Resources;

/// <summary>An object of a kind that no rule reads in full; only its version, kind and name are known.</summary>
public sealed record OtherObject : IResource
{
    /// <inheritdoc/>
    public required string ApiVersion { get; init; }

    /// <inheritdoc/>
    public required string Kind { get; init; }

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }
}

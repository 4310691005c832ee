using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Resources;

/// <summary>What CSI drivers a node has and how many volumes each can attach.</summary>
public sealed record CsiNode : IResource
{
    /// <inheritdoc/>
    public string ApiVersion { get; init; } = "storage.k8s.io/v1";

    /// <inheritdoc/>
    public string Kind => "CSINode";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>Driver name and its limit of volumes; drivers without a limit are left out.</summary>
    public ImmutableArray<KeyValuePair<string, int>> Limits { get; init; } = [];
}

using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A volume.</summary>
public sealed record PersistentVolume : IResource
{
    /// <inheritdoc/>
    public string ApiVersion => "v1";

    /// <inheritdoc/>
    public string Kind => "PersistentVolume";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>Node terms of which one must match; null when the volume goes anywhere.</summary>
    public ImmutableArray<NodeSelectorTerm>? NodeAffinity { get; init; }

    /// <summary>Whether the data is a disk or directory of one node (<c>local</c>, <c>hostPath</c>).</summary>
    public bool IsLocal { get; init; }

    /// <summary>The CSI driver; null for others.</summary>
    public string? CsiDriver { get; init; }

    /// <summary>The driver's name for the volume; null for others.</summary>
    public string? CsiVolumeHandle { get; init; }

    /// <summary>Access modes.</summary>
    public ImmutableArray<string> AccessModes { get; init; } = [];

    /// <summary>The storage class; null when absent.</summary>
    public string? StorageClassName { get; init; }

    /// <value>Bytes; 0 when absent.</value>
    public long CapacityBytes { get; init; }

    /// <summary>Available, Bound, Released or Failed; null in manifests.</summary>
    public string? Phase { get; init; }

    /// <summary>The claim it is reserved for as <c>namespace/name</c>; null when there is none.</summary>
    public string? ClaimRef { get; init; }
}

using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A claim on a volume.</summary>
public sealed record PersistentVolumeClaim : IResource
{
    /// <inheritdoc/>
    public string ApiVersion => "v1";

    /// <inheritdoc/>
    public string Kind => "PersistentVolumeClaim";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>The bound volume; null when there is none.</summary>
    public string? VolumeName { get; init; }

    /// <summary>The storage class; null when absent, empty when refused on purpose.</summary>
    public string? StorageClassName { get; init; }

    /// <summary>Access modes, for example ReadWriteOnce.</summary>
    public ImmutableArray<string> AccessModes { get; init; } = [];

    /// <summary>Pending, Bound or Lost; null in manifests.</summary>
    public string? Phase { get; init; }

    /// <value>Bytes asked for; 0 when absent.</value>
    public long RequestedBytes { get; init; }

    /// <summary>Whether one node, or one pod, at a time may use the volume.</summary>
    public bool IsExclusive => AccessModes.Length > 0 && AccessModes.All(mode => mode is "ReadWriteOnce" or "ReadWriteOncePod");

    /// <summary>Whether one pod at a time may use the volume.</summary>
    public bool IsExclusiveToPod => AccessModes.Contains("ReadWriteOncePod");
}

namespace RiskAnalyzer.Model.Resources;

/// <summary>A volume that is, or is to be, attached to a node.</summary>
public sealed record VolumeAttachment : IResource
{
    /// <inheritdoc/>
    public string ApiVersion { get; init; } = "storage.k8s.io/v1";

    /// <inheritdoc/>
    public string Kind => "VolumeAttachment";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>The driver that attaches.</summary>
    public string Attacher { get; init; } = "";

    /// <summary>The node.</summary>
    public string NodeName { get; init; } = "";

    /// <summary>The PersistentVolume; null for an inline volume.</summary>
    public string? VolumeName { get; init; }

    /// <summary>The error of the last attempt to attach or detach; null when there is none.</summary>
    public string? Error { get; init; }
}

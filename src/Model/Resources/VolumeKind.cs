namespace RiskAnalyzer.Model.Resources;

/// <summary>What kind of volume, as far as a drain or placement cares.</summary>
public enum VolumeKind
{
    /// <summary>A persistent volume claim.</summary>
    PersistentVolumeClaim,

    /// <summary>A claim made for the pod and named after it.</summary>
    Ephemeral,

    /// <summary>An emptyDir on disk.</summary>
    EmptyDir,

    /// <summary>An emptyDir in memory; it counts for a drain as one on disk does.</summary>
    EmptyDirInMemory,

    /// <summary>A directory of the node.</summary>
    HostPath,

    /// <summary>A disk of the old in-tree kinds that one node at a time may write.</summary>
    InTreeDisk,
}

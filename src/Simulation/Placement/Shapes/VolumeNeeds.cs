using System.Collections.Immutable;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>What the volumes of a pod ask of a node.</summary>
internal sealed record VolumeNeeds
{
    public static VolumeNeeds None { get; } = new();

    /// <summary>Why no node will do, whatever else changes; null when that is not so.</summary>
    public string? Impossible { get; init; }

    /// <summary>What a node must satisfy, all of them.</summary>
    public ImmutableArray<NodeRule> NodeRules { get; init; } = [];

    /// <summary>Claims of which only one pod of the cluster may make use, as namespace/name.</summary>
    public ImmutableArray<string> ExclusiveClaims { get; init; } = [];

    /// <summary>Volumes that count against the limits of their drivers.</summary>
    public ImmutableArray<CsiVolume> CsiVolumes { get; init; } = [];

    /// <summary>Disks that may conflict with those of other pods on the node.</summary>
    public ImmutableArray<Disk> Disks { get; init; } = [];

    /// <summary>What the snapshot does not tell of these volumes.</summary>
    public ImmutableArray<string> Unknowns { get; init; } = [];
}

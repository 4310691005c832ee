namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>Collects what the volumes of one pod need.</summary>
internal sealed class VolumeNeedsBuilder
{
    public string? Impossible { get; set; }

    public List<NodeRule> NodeRules { get; } = [];

    public List<string> ExclusiveClaims { get; } = [];

    public List<CsiVolume> CsiVolumes { get; } = [];

    public List<Disk> Disks { get; } = [];

    public List<string> Unknowns { get; } = [];

    public VolumeNeeds Build() =>
        Impossible is null && NodeRules.Count + ExclusiveClaims.Count + CsiVolumes.Count + Disks.Count + Unknowns.Count == 0
            ? VolumeNeeds.None
            : new()
            {
                Impossible = Impossible,
                NodeRules = [.. NodeRules.Distinct()],
                ExclusiveClaims = [.. ExclusiveClaims.Distinct(StringComparer.Ordinal)],
                CsiVolumes = [.. CsiVolumes.Distinct()],
                Disks = [.. Disks.Distinct()],
                Unknowns = [.. Unknowns.Distinct(StringComparer.Ordinal)],
            };
}

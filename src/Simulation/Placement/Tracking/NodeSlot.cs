using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>A node in one run: what it is, and the pods on it in the order in which they came.</summary>
internal sealed class NodeSlot(Node node, string name, LabelSet labels)
{
    /// <summary>The node of the snapshot that it is or resembles.</summary>
    public Node Node => node;

    public string Name => name;

    public LabelSet Labels => labels;

    /// <summary>What lots are drawn with.</summary>
    public ulong Hash { get; } = TieBreak.HashOf(name);

    public bool Unschedulable { get; set; } = node.Unschedulable;

    public List<Taint> Taints { get; init; } = [.. node.Taints];

    public bool IsRemoved { get; set; }

    /// <summary>How many volumes it takes, by driver.</summary>
    public (int Driver, int Limit)[] VolumeLimits { get; init; } = [];

    /// <summary>The volumes on it; null while there are none.</summary>
    public NodeVolumes? Volumes { get; set; }

    public List<PlacedPod> Pods { get; init; } = [];

    /// <summary>A copy that goes its own way.</summary>
    public NodeSlot Copy() => new(node, name, labels)
    {
        Unschedulable = Unschedulable,
        Taints = [.. Taints],
        IsRemoved = IsRemoved,
        VolumeLimits = VolumeLimits,
        Volumes = Volumes?.Copy(),
        Pods = [.. Pods],
    };
}

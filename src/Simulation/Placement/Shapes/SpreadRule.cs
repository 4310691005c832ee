using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>A topology spread constraint of one pod, its selector complete and its own match decided.</summary>
internal sealed record SpreadRule
{
    public required string TopologyKey { get; init; }

    /// <summary>The pods counted, <c>matchLabelKeys</c> included; null or an empty one counts none.</summary>
    public required LabelSelector? Selector { get; init; }

    public required int MaxSkew { get; init; }

    public required bool IsHard { get; init; }

    public int MinDomains { get; init; } = 1;

    public bool HonorsNodeAffinity { get; init; } = true;

    public bool HonorsNodeTaints { get; init; }

    /// <summary>Whether the pod counts itself.</summary>
    public required bool SelectsSelf { get; init; }
}

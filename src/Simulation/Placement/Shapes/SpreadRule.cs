using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>A topology spread constraint of one pod, its selector complete and its own match decided.</summary>
internal sealed record SpreadRule
{
    public required string TopologyKey { get; init; }

    /// <summary>The pods counted, <c>matchLabelKeys</c> included; null counts none.</summary>
    public required LabelSelector? Selector { get; init; }

    public required int MaxSkew { get; init; }

    public required bool IsHard { get; init; }

    public int MinDomains { get; init; } = 1;

    public bool HonorsNodeAffinity { get; init; } = true;

    public bool HonorsNodeTaints { get; init; }

    /// <summary>Whether the pod counts itself.</summary>
    public required bool SelectsSelf { get; init; }

    /// <summary>Whether pods with these labels in the same namespace count; an empty selector counts none.</summary>
    public bool Counts(LabelSet labels) => Selector is { IsEmpty: false } && Selector.Matches(labels);
}

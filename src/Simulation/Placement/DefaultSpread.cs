using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>The spread constraints that pods without any of their own get, if a selector can be built for them.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/framework/plugins/podtopologyspread/plugin.go (systemDefaultConstraints)</remarks>
public sealed record DefaultSpread
{
    private DefaultSpread(ImmutableArray<TopologySpreadConstraint> constraints, bool isSystem) => (Constraints, IsSystem) = (constraints, isSystem);

    /// <summary>What the scheduler does unless configured: prefer a skew of at most 3 over hosts and 5 over zones.</summary>
    public static DefaultSpread SystemDefault { get; } = new(
        [
            new() { TopologyKey = NodeLabels.Hostname, MaxSkew = 3, IsHard = false },
            new() { TopologyKey = NodeLabels.Zone, MaxSkew = 5, IsHard = false },
        ],
        isSystem: true);

    /// <summary>No default constraints.</summary>
    public static DefaultSpread None { get; } = new([], isSystem: false);

    /// <summary>The constraints, without selectors.</summary>
    public ImmutableArray<TopologySpreadConstraint> Constraints { get; }

    /// <summary>Whether these are the scheduler's own, which tolerate nodes that lack a topology label.</summary>
    public bool IsSystem { get; }

    /// <summary>What an operator wrote as <c>defaultConstraints</c> with <c>defaultingType: List</c>.</summary>
    public static DefaultSpread List(params ImmutableArray<TopologySpreadConstraint> constraints) => new(constraints, isSystem: false);
}

using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A topology spread constraint, with the API's defaults filled in.</summary>
/// <remarks>Source: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/</remarks>
public sealed record TopologySpreadConstraint
{
    /// <value>1 or more.</value>
    public int MaxSkew { get; init; } = 1;

    /// <summary>The node label that makes a domain.</summary>
    public required string TopologyKey { get; init; }

    /// <summary>Whether it filters (DoNotSchedule, the default) or scores (ScheduleAnyway).</summary>
    public bool IsHard { get; init; } = true;

    /// <summary>The pods counted; null counts none.</summary>
    public LabelSelector? Selector { get; init; }

    /// <value>1 or more; default 1.</value>
    public int MinDomains { get; init; } = 1;

    /// <summary>Whether only nodes that the pod's own selector and affinity admit are domains; default true.</summary>
    public bool HonorsNodeAffinity { get; init; } = true;

    /// <summary>Whether nodes with taints that the pod does not tolerate are no domains; default false.</summary>
    public bool HonorsNodeTaints { get; init; }

    /// <summary>Label keys of the pod whose values are added to the selector.</summary>
    public ImmutableArray<string> MatchLabelKeys { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(TopologySpreadConstraint? other) =>
        other is not null && MaxSkew == other.MaxSkew && TopologyKey == other.TopologyKey && IsHard == other.IsHard
        && Equals(Selector, other.Selector) && MinDomains == other.MinDomains && HonorsNodeAffinity == other.HonorsNodeAffinity
        && HonorsNodeTaints == other.HonorsNodeTaints && MatchLabelKeys.AsSpan().SequenceEqual(other.MatchLabelKeys.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MaxSkew, TopologyKey, IsHard, Selector);
}

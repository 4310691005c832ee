using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A term of pod affinity or anti-affinity.</summary>
public sealed record PodAffinityTerm
{
    /// <summary>The node label that makes a domain.</summary>
    public required string TopologyKey { get; init; }

    /// <summary>The pods meant; null matches none.</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>Namespaces by name; with <see cref="NamespaceSelector"/> absent and this empty the pod's own is meant.</summary>
    public ImmutableArray<string> Namespaces { get; init; } = [];

    /// <summary>Namespaces by label; null when absent, and all namespaces when empty.</summary>
    public LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Label keys of the pod whose values are added to the selector; for a pod that exists the API server has done so.</summary>
    public ImmutableArray<string> MatchLabelKeys { get; init; } = [];

    /// <summary>Label keys of the pod whose values are excluded by the selector; for a pod that exists the API server has done so.</summary>
    public ImmutableArray<string> MismatchLabelKeys { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(PodAffinityTerm? other) =>
        other is not null && TopologyKey == other.TopologyKey && Equals(Selector, other.Selector)
        && Namespaces.AsSpan().SequenceEqual(other.Namespaces.AsSpan()) && Equals(NamespaceSelector, other.NamespaceSelector)
        && MatchLabelKeys.AsSpan().SequenceEqual(other.MatchLabelKeys.AsSpan()) && MismatchLabelKeys.AsSpan().SequenceEqual(other.MismatchLabelKeys.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TopologyKey, Selector, NamespaceSelector);
}

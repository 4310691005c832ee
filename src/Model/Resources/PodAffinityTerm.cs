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

    /// <inheritdoc/>
    public bool Equals(PodAffinityTerm? other) =>
        other is not null && TopologyKey == other.TopologyKey && Equals(Selector, other.Selector)
        && Namespaces.AsSpan().SequenceEqual(other.Namespaces.AsSpan()) && Equals(NamespaceSelector, other.NamespaceSelector);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TopologyKey, Selector, NamespaceSelector);
}

using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Resources;

/// <summary>The affinity section of a pod specification.</summary>
public sealed record Affinity
{
    /// <summary>Node terms of which one must match; null when nothing is required, and matching no node when empty.</summary>
    public ImmutableArray<NodeSelectorTerm>? RequiredNodeTerms { get; init; }

    /// <summary>Node terms that score.</summary>
    public ImmutableArray<Weighted<NodeSelectorTerm>> PreferredNodeTerms { get; init; } = [];

    /// <summary>Pods that must be near.</summary>
    public ImmutableArray<PodAffinityTerm> RequiredPodAffinity { get; init; } = [];

    /// <summary>Pods that score when near.</summary>
    public ImmutableArray<Weighted<PodAffinityTerm>> PreferredPodAffinity { get; init; } = [];

    /// <summary>Pods that must not be near.</summary>
    public ImmutableArray<PodAffinityTerm> RequiredPodAntiAffinity { get; init; } = [];

    /// <summary>Pods that score against a node when near.</summary>
    public ImmutableArray<Weighted<PodAffinityTerm>> PreferredPodAntiAffinity { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(Affinity? other) =>
        ReferenceEquals(this, other)
        || (other is not null && RequiredNodeTerms.HasValue == other.RequiredNodeTerms.HasValue
        && (RequiredNodeTerms ?? []).AsSpan().SequenceEqual((other.RequiredNodeTerms ?? []).AsSpan())
        && PreferredNodeTerms.AsSpan().SequenceEqual(other.PreferredNodeTerms.AsSpan())
        && RequiredPodAffinity.AsSpan().SequenceEqual(other.RequiredPodAffinity.AsSpan())
        && PreferredPodAffinity.AsSpan().SequenceEqual(other.PreferredPodAffinity.AsSpan())
        && RequiredPodAntiAffinity.AsSpan().SequenceEqual(other.RequiredPodAntiAffinity.AsSpan())
        && PreferredPodAntiAffinity.AsSpan().SequenceEqual(other.PreferredPodAntiAffinity.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        (RequiredNodeTerms ?? []).FirstOrDefault(), PreferredNodeTerms.FirstOrDefault(), RequiredPodAffinity.FirstOrDefault(),
        PreferredPodAffinity.FirstOrDefault(), RequiredPodAntiAffinity.FirstOrDefault(), PreferredPodAntiAffinity.FirstOrDefault());
}

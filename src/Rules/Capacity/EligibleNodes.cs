using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>
/// The nodes that pods of one kind of specification may run on. Most workloads say the same or nothing about nodes, so what was found for
/// one is kept for as long as the list of nodes lasts, which snapshots that differ elsewhere share.
/// </summary>
internal sealed class EligibleNodes
{
    // More ways to select nodes than this are computed each time.
    private const int MaxKept = 1000;

    private static readonly ConditionalWeakTable<Node[], ConcurrentDictionary<Key, EligibleNodes>> Kept = [];

    private EligibleNodes(PodSpec spec, ImmutableArray<Node> nodes)
    {
        Tolerated = [.. nodes.Where(node => NodeEligibility.IsTolerated(spec, node))];
        Eligible = [.. Tolerated.Where(node => NodeEligibility.IsSelected(spec, node))];
        Zones = Facts.Zones.Of(Eligible);
    }

    /// <summary>The nodes whose lasting taints are tolerated.</summary>
    public ImmutableArray<Node> Tolerated { get; }

    /// <summary>Those of them that selector and affinity admit.</summary>
    public ImmutableArray<Node> Eligible { get; }

    /// <summary>The zones of the eligible nodes, ordinally.</summary>
    public IReadOnlyList<string> Zones { get; }

    public static EligibleNodes Of(PodSpec spec, ClusterSnapshot cluster)
    {
        if (cluster.Nodes.IsEmpty)
        {
            return new(spec, cluster.Nodes);
        }

        var kept = Kept.GetOrCreateValue(ImmutableCollectionsMarshal.AsArray(cluster.Nodes)!);
        var key = new Key(spec.NodeSelector, spec.Affinity, spec.Tolerations);
        if (kept.TryGetValue(key, out var known))
        {
            return known;
        }

        var found = new EligibleNodes(spec, cluster.Nodes);
        return kept.Count < MaxKept ? kept.GetOrAdd(key, found) : found;
    }

    /// <summary>What a specification says about nodes, compared by content except for the affinity, which decoders share.</summary>
    private readonly record struct Key(LabelSet Selector, Affinity? Affinity, ImmutableArray<Toleration> Tolerations)
    {
        public bool Equals(Key other) =>
            Selector.Equals(other.Selector) && ReferenceEquals(Affinity, other.Affinity) && Tolerations.AsSpan().SequenceEqual(other.Tolerations.AsSpan());

        public override int GetHashCode() => HashCode.Combine(Selector, RuntimeHelpers.GetHashCode(Affinity), Tolerations.Length);
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>The nodes of a cluster that admit pods of one kind, found once for all specifications that ask the same of a node.</summary>
internal sealed class EligibleNodes
{
    private static readonly ConditionalWeakTable<ClusterSnapshot, Index> Known = [];
    private readonly Lazy<IReadOnlyList<string>> _zones;

    private EligibleNodes(ImmutableArray<Node> tolerated, ImmutableArray<Node> all)
    {
        (Tolerated, All) = (tolerated, all);
        _zones = new(() => Facts.Zones.Of(All));
    }

    /// <summary>The nodes whose lasting taints the pods tolerate, cordoned and unready ones included.</summary>
    public ImmutableArray<Node> Tolerated { get; }

    /// <summary>Of the tolerated nodes those that node selector and required node affinity admit.</summary>
    public ImmutableArray<Node> All { get; }

    /// <summary>The zones of <see cref="All"/>, each once, ordinally.</summary>
    public IReadOnlyList<string> Zones => _zones.Value;

    /// <summary>The nodes for pods of a specification.</summary>
    public static EligibleNodes Of(PodSpec spec, ClusterSnapshot cluster) => Known.GetValue(cluster, static snapshot => new(snapshot)).Find(spec);

    private sealed class Index(ClusterSnapshot cluster)
    {
        private readonly ImmutableArray<Taint> _taints = [.. cluster.Nodes.SelectMany(node => node.Taints).Where(NodeEligibility.IsLasting).Select(WithoutTime).Distinct()];
        private readonly ConcurrentDictionary<(LabelSet Selector, Affinity? Affinity, string Refused), EligibleNodes> _byDemand = [];

        public EligibleNodes Find(PodSpec spec)
        {
            var refused = _taints.IsEmpty ? "" : string.Join(' ', Enumerable.Range(0, _taints.Length).Where(i => !NodeEligibility.Tolerates(spec, _taints[i])));
            var affinity = spec.Affinity is { RequiredNodeTerms: not null } restricting ? restricting : null;
            return _byDemand.GetOrAdd((spec.NodeSelector, affinity, refused), static (_, each) => each.Index.Judge(each.Spec), (Index: this, Spec: spec));
        }

        private static Taint WithoutTime(Taint taint) => taint with { AddedAt = null };

        private EligibleNodes Judge(PodSpec spec)
        {
            var refused = _taints.Where(taint => !NodeEligibility.Tolerates(spec, taint)).ToHashSet();
            var tolerated = refused.Count == 0 ? cluster.Nodes : [.. cluster.Nodes.Where(node => !node.Taints.Select(WithoutTime).Any(refused.Contains))];
            return new(tolerated, NodeEligibility.IsRestricted(spec) ? [.. tolerated.Where(node => NodeEligibility.IsSelected(spec, node))] : tolerated);
        }
    }
}

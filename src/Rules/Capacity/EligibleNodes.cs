using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>The nodes of a cluster that admit pods of one kind, found once for all specifications that ask the same of a node.</summary>
internal sealed class EligibleNodes
{
    // More ways to select nodes than this are computed each time, so that a cluster that is followed for weeks holds no more.
    private const int MaxKept = 1000;
    private const int Bits = 64;

    // By the list of nodes, which snapshots that differ elsewhere share.
    private static readonly ConditionalWeakTable<Node[], Index> Known = [];
    private readonly Lazy<IReadOnlyList<string>> _zones;
    private readonly Lazy<ImmutableArray<Node>> _available;

    private EligibleNodes(ImmutableArray<Node> tolerated, ImmutableArray<Node> all)
    {
        (Tolerated, All) = (tolerated, all);
        _zones = new(() => Facts.Zones.Of(All));
        _available = new(() => [.. All.Where(NodeEligibility.IsAvailable)]);
    }

    /// <summary>The nodes whose lasting taints the pods tolerate, cordoned and unready ones included.</summary>
    public ImmutableArray<Node> Tolerated { get; }

    /// <summary>Of the tolerated nodes those that node selector and required node affinity admit.</summary>
    public ImmutableArray<Node> All { get; }

    /// <summary>Those of <see cref="All"/> that take new pods now.</summary>
    public ImmutableArray<Node> Available => _available.Value;

    /// <summary>The zones of <see cref="All"/>, each once, ordinally.</summary>
    public IReadOnlyList<string> Zones => _zones.Value;

    /// <summary>The nodes for pods of a specification.</summary>
    public static EligibleNodes Of(PodSpec spec, ClusterSnapshot cluster) =>
        Known.GetValue(ImmutableCollectionsMarshal.AsArray(cluster.Nodes) ?? [], static nodes => new(ImmutableCollectionsMarshal.AsImmutableArray(nodes))).Find(spec);

    private sealed class Index(ImmutableArray<Node> nodes)
    {
        private readonly ImmutableArray<Taint> _taints = [.. nodes.SelectMany(node => node.Taints).Where(NodeEligibility.IsLasting).Distinct()];
        private readonly ConcurrentDictionary<(LabelSet Selector, Affinity? Affinity, ulong Refused, string OthersRefused), EligibleNodes> _byDemand = [];

        public EligibleNodes Find(PodSpec spec)
        {
            // A bit for each kind of taint; a cluster has a handful.
            var refused = 0ul;
            for (var i = 0; i < Math.Min(_taints.Length, Bits); i++)
            {
                refused |= NodeEligibility.Tolerates(spec, _taints[i]) ? 0 : 1ul << i;
            }

            var affinity = spec.Affinity is { RequiredNodeTerms: not null } restricting ? restricting : null;
            var demand = (spec.NodeSelector, affinity, refused, _taints.Length <= Bits ? "" : OthersRefused(spec));
            return _byDemand.TryGetValue(demand, out var known) ? known
                : _byDemand.Count < MaxKept ? _byDemand.GetOrAdd(demand, Judge(spec))
                : Judge(spec);
        }

        private string OthersRefused(PodSpec spec) =>
            string.Join(' ', Enumerable.Range(Bits, _taints.Length - Bits).Where(i => !NodeEligibility.Tolerates(spec, _taints[i])));

        private EligibleNodes Judge(PodSpec spec)
        {
            var refused = _taints.Where(taint => !NodeEligibility.Tolerates(spec, taint)).ToHashSet();
            var tolerated = refused.Count == 0 ? nodes : [.. nodes.Where(node => !node.Taints.Any(refused.Contains))];
            return new(tolerated, NodeEligibility.IsRestricted(spec) ? [.. tolerated.Where(node => NodeEligibility.IsSelected(spec, node))] : tolerated);
        }
    }
}

using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>What the pods of each node request, counted once per snapshot.</summary>
internal sealed class ClusterLoad
{
    private static readonly ConditionalWeakTable<ClusterSnapshot, ClusterLoad> Known = [];

    private readonly ConcurrentDictionary<PodSpec, ResourceAmounts> _bySpec = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, long> _free = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, ResourceAmounts> _byNode;
    private readonly ImmutableArray<Node> _nodes;

    private ClusterLoad(ClusterSnapshot cluster)
    {
        _nodes = cluster.Nodes;
        _byNode = _nodes.ToFrozenDictionary(node => node.Name, node => Sum(cluster.PodsOn(node.Name)), StringComparer.Ordinal);
    }

    /// <summary>The load of a cluster.</summary>
    public static ClusterLoad Of(ClusterSnapshot cluster) => Known.GetValue(cluster, static snapshot => new(snapshot));

    /// <summary>What the unfinished pods of a node request, with their number under <c>pods</c>.</summary>
    public ResourceAmounts On(Node node) => _byNode[node.Name];

    /// <summary>What a node that takes pods has left of a resource; 0 for others, and where more is requested than there is.</summary>
    public long FreeOn(Node node, string resource) =>
        NodeEligibility.IsAvailable(node) ? Math.Max(0, (node.Allocatable?[resource] ?? 0) - On(node)[resource]) : 0;

    /// <summary>What all nodes together have left of a resource.</summary>
    public long Free(string resource) => _free.GetOrAdd(resource, name => _nodes.Sum(node => FreeOn(node, name)));

    /// <summary>What some pods request, finished ones left out, with their number under <c>pods</c>.</summary>
    public ResourceAmounts Sum(IEnumerable<Pod> pods)
    {
        var sums = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var pod in pods.Where(pod => !pod.IsFinished))
        {
            foreach (var (resource, amount) in RequestsOf(pod).Pairs)
            {
                sums[resource] = sums.GetValueOrDefault(resource) + amount;
            }

            sums[ResourceAmounts.Pods] = sums.GetValueOrDefault(ResourceAmounts.Pods) + 1;
        }

        return ResourceAmounts.Of(sums);
    }

    /// <summary>What a pod of a specification requests. Pods of one template share it, so that most sums are made once.</summary>
    public ResourceAmounts RequestsOf(PodSpec spec) => _bySpec.GetOrAdd(spec, static each => PodRequests.OfIncoming(each).Plain);

    private ResourceAmounts RequestsOf(Pod pod) =>
        pod.ContainerStatuses.Any(status => status.ResizedRequests is not null) ? PodRequests.OfRunning(pod).Plain : RequestsOf(pod.Spec);
}

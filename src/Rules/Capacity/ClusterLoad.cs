using System.Collections.Frozen;
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

    private readonly Dictionary<PodSpec, ResourceAmounts> _bySpec = new(ReferenceEqualityComparer.Instance);
    private readonly FrozenDictionary<string, ResourceAmounts> _byNode;

    private ClusterLoad(ClusterSnapshot cluster) =>
        _byNode = cluster.Nodes.ToFrozenDictionary(node => node.Name, node => Sum(cluster.PodsOn(node.Name)), StringComparer.Ordinal);

    /// <summary>The load of a cluster.</summary>
    public static ClusterLoad Of(ClusterSnapshot cluster) => Known.GetValue(cluster, static snapshot => new(snapshot));

    /// <summary>What the unfinished pods of a node request, with their number under <c>pods</c>.</summary>
    public ResourceAmounts On(Node node) => _byNode[node.Name];

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

    // Pods of one template share their specification, so that most sums are made once.
    private ResourceAmounts RequestsOf(Pod pod)
    {
        if (pod.ContainerStatuses.Any(status => status.ResizedRequests is not null))
        {
            return PodRequests.OfRunning(pod).Plain;
        }

        if (!_bySpec.TryGetValue(pod.Spec, out var known))
        {
            _bySpec[pod.Spec] = known = PodRequests.OfIncoming(pod.Spec).Plain;
        }

        return known;
    }
}

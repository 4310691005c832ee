using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>What nodes have to give without one of them, and what is requested of them then.</summary>
/// <param name="Requested">The requests of the pods that stay and of those that have to move.</param>
/// <param name="Allocatable">What the remaining nodes have to give.</param>
internal sealed record GroupSums(ResourceAmounts Requested, ResourceAmounts Allocatable)
{
    /// <summary>Adds up a group without one of its nodes. What leaves with the node, such as the pods of DaemonSets, is not counted.</summary>
    public static GroupSums Without(Node lost, IReadOnlySet<Node> nodes, ClusterSnapshot cluster)
    {
        var remaining = nodes.Where(node => !ReferenceEquals(node, lost)).ToList();
        var load = ClusterLoad.Of(cluster);
        var pods = remaining.SelectMany(node => cluster.PodsOn(node.Name).Where(pod => !MovingPods.IsPlaceholder(pod)))
            .Concat(MovingPods.Of(lost, cluster));
        return new(load.Sum(pods), remaining.Aggregate(ResourceAmounts.None, (sum, node) => sum.Plus(node.Allocatable!)));
    }

    /// <summary>Says what is short, or that nothing is but in one piece.</summary>
    public string Describe()
    {
        var tight = Requested.Pairs.Where(pair => pair.Value > Allocatable[pair.Key]).Select(pair =>
            $"{pair.Key} requested {AmountText.Of(pair.Key, pair.Value)}, allocatable without it {AmountText.Of(pair.Key, Allocatable[pair.Key])}, "
            + $"missing {AmountText.Of(pair.Key, pair.Value - Allocatable[pair.Key])}").ToList();
        return tight.Count > 0 ? string.Join("; ", tight) : "there is room in sum but not where these pods could use it";
    }

    /// <summary>The numbers of CPU, memory and everything that is short.</summary>
    public IEnumerable<KeyValuePair<string, string>> Evidence()
    {
        foreach (var (resource, requested) in Requested.Pairs)
        {
            var missing = Math.Max(0, requested - Allocatable[resource]);
            if (resource is ResourceAmounts.Cpu or ResourceAmounts.Memory || missing > 0)
            {
                yield return new($"{resource}Requested", AmountText.Of(resource, requested));
                yield return new($"{resource}AllocatableWithout", AmountText.Of(resource, Allocatable[resource]));
                yield return new($"{resource}Missing", AmountText.Of(resource, missing));
            }
        }
    }
}

using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement.Indexing;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Checks one node for one pod in the scheduler's order and says why it will not do.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/apis/config/v1/default_plugins.go and the filters of plugins/.</remarks>
internal sealed class NodeCheck(TrackedCluster cluster, Nominations nominations)
{
    /// <summary>Why a node will not do; null when it will. Room that is kept for others counts as taken, and as free.</summary>
    public NodeRejection? Check(PodShape shape, int node)
    {
        var rejection = CheckAlone(shape, node);
        if (rejection is not null || nominations.IsEmpty || nominations.RespectedOn(node, shape.Priority) is not { } others)
        {
            return rejection;
        }

        others.ForEach(other => cluster.Add(other, node, isTerminating: false));
        rejection = CheckAlone(shape, node);
        others.ForEach(_ => cluster.TakeLast(node));
        return rejection;
    }

    /// <summary>Why the pods of a node keep a pod away by their host ports or disks, or its volumes by their number; null when they do not.</summary>
    public NodeRejection? CheckPods(PodShape shape, int node) => Ports(shape, node) ?? Disks(shape, node) ?? Volumes(shape, node);

    /// <summary>The smallest count of a hard spread constraint over the domains that take part.</summary>
    public int Floor(HardSpread rule)
    {
        var domains = cluster.Domains(rule.Domains);
        var counts = cluster.Counters.Of(rule.Counter);
        return domains < rule.MinDomains || domains == 0 || counts.Count < domains ? 0 : Least(counts);
    }

    /// <summary>Whether nobody is there whom a pod must be near, though it would do itself.</summary>
    public bool IsFirstOfItsKind(ShapePlan plan) => plan.IsNearItself && Array.TrueForAll(plan.Near, near => cluster.Counters.IsZero(near.Counter));

    /// <summary>Whether a claim is in use that only one pod may use.</summary>
    public bool IsClaimInUse(ShapePlan plan) => Array.Exists(plan.Claims, claim => cluster.Counters[claim, 0] > 0);

    private static int Least(ReadOnlySpan<DomainValue> counts)
    {
        var least = int.MaxValue;
        foreach (var (_, value) in counts)
        {
            least = Math.Min(least, value);
        }

        return least;
    }

    private NodeRejection? CheckAlone(PodShape shape, int node) =>
        Taints(shape, node) ?? Affinity(shape, node) ?? Ports(shape, node) ?? cluster.Room.Check(cluster.Index.Requests[cluster.Index.PlanOf(shape).Requests], node)
        ?? Claims(shape) ?? Disks(shape, node) ?? Volumes(shape, node) ?? VolumeRules(shape, node) ?? Spread(shape, node) ?? PodAffinity(shape, node);

    private NodeRejection? Taints(PodShape shape, int node)
    {
        var slot = cluster.Nodes[node];
        if (slot.Unschedulable && !Tolerations.Tolerate(shape.Spec.Tolerations, Taint.Cordoned))
        {
            return new(RejectionReason.Cordoned, "cordoned", IsResolvable: false);
        }

        var taint = slot.Taints.Find(taint => Tolerations.IsHard(taint) && !Tolerations.Tolerate(shape.Spec.Tolerations, taint));
        return taint is null ? null : new(RejectionReason.Taint, $"taint {taint.Key}:{taint.Effect} is not tolerated", IsResolvable: false);
    }

    private NodeRejection? Affinity(PodShape shape, int node) =>
        FirstFailed(shape.NodeRules, node) is { } failed ? new(RejectionReason.NodeAffinity, failed.Text, IsResolvable: false) : null;

    private NodeRejection? VolumeRules(PodShape shape, int node) =>
        FirstFailed(shape.Volumes.NodeRules, node) is { } failed ? new(RejectionReason.VolumeElsewhere, failed.Text, IsResolvable: false) : null;

    private NodeRule? FirstFailed(System.Collections.Immutable.ImmutableArray<NodeRule> rules, int node)
    {
        foreach (var rule in rules)
        {
            if (!rule.Matches(cluster.Nodes[node].Name, cluster.Nodes[node].Labels))
            {
                return rule;
            }
        }

        return null;
    }

    private NodeRejection? Ports(PodShape shape, int node)
    {
        foreach (var port in shape.HostPorts)
        {
            if (cluster.ShapesOn(node).Any(other => other.HostPorts.Any(port.ConflictsWith)))
            {
                return new(RejectionReason.HostPort, $"host port {port.Port}/{port.Protocol} is taken", IsResolvable: true);
            }
        }

        return null;
    }

    private NodeRejection? Claims(PodShape shape)
    {
        if (shape.Volumes.Impossible is { } impossible)
        {
            return new(RejectionReason.VolumeElsewhere, impossible, IsResolvable: false);
        }

        var claims = cluster.Index.PlanOf(shape).Claims;
        var used = Array.FindIndex(claims, claim => cluster.Counters[claim, 0] > 0);
        return used < 0 ? null : new(RejectionReason.VolumeInUse, $"claim {shape.Volumes.ExclusiveClaims[used]} is in use by another pod", IsResolvable: true);
    }

    private NodeRejection? Disks(PodShape shape, int node)
    {
        foreach (var disk in shape.Volumes.Disks)
        {
            if (cluster.ShapesOn(node).Any(other => other.Volumes.Disks.Any(d => d.Identity == disk.Identity && !(d.IsReadOnly && disk.IsReadOnly))))
            {
                return new(RejectionReason.VolumeInUse, $"disk {disk.Identity} is in use by another pod", IsResolvable: true);
            }
        }

        return null;
    }

    private NodeRejection? Volumes(PodShape shape, int node)
    {
        var slot = cluster.Nodes[node];
        foreach (var (driver, volumes) in cluster.Index.PlanOf(shape).Volumes)
        {
            var limit = Array.FindIndex(slot.VolumeLimits, each => each.Driver == driver);
            if (limit >= 0)
            {
                var used = slot.Volumes?.Count(driver) ?? 0;
                var added = volumes.Count(volume => slot.Volumes?.Has(volume) != true);
                if (added > 0 && used + added > slot.VolumeLimits[limit].Limit)
                {
                    var name = cluster.Index.Volumes.Driver(driver);
                    return new(RejectionReason.TooManyVolumes, $"too many volumes of {name} ({used} of {slot.VolumeLimits[limit].Limit})", IsResolvable: true);
                }
            }
        }

        return null;
    }

    private NodeRejection? Spread(PodShape shape, int node)
    {
        foreach (var rule in cluster.Index.PlanOf(shape).HardSpread)
        {
            var (key, domain) = (cluster.Index.Keys[rule.Key].Name, cluster.Topology.Domains(rule.Key)[node]);
            if (domain < 0)
            {
                return new(RejectionReason.SpreadLabel, $"label {key} is missing", IsResolvable: false);
            }

            var (count, floor) = (cluster.Counters[rule.Counter, domain], Floor(rule));
            if (count + rule.Self - floor > rule.MaxSkew)
            {
                return new(RejectionReason.Spread, $"spread over {key}: {count} + {rule.Self} - {floor} > {rule.MaxSkew}", IsResolvable: true);
            }
        }

        return null;
    }

    private NodeRejection? PodAffinity(PodShape shape, int node)
    {
        var plan = cluster.Index.PlanOf(shape);
        if (!IsNear(plan, node))
        {
            return new(RejectionReason.PodAffinity, "no pod that the pod must be near", IsResolvable: false);
        }

        foreach (var avoided in plan.Avoided)
        {
            if (IsThere(avoided, node))
            {
                return new(RejectionReason.PodAntiAffinity, $"anti-affinity over {cluster.Index.Keys[avoided.Key].Name}", IsResolvable: true);
            }
        }

        var repelled = plan.Repelled.Where(each => IsThere(each, node)).Select(each => cluster.Index.Keys[each.Key].Name).Distinct().ToArray();
        return repelled.Length == 0 ? null
            : new(RejectionReason.ExistingAntiAffinity, $"anti-affinity of a pod there over {(repelled is [var only] ? only : FirstRepelling(shape, node))}", IsResolvable: true);
    }

    private bool IsNear(ShapePlan plan, int node) =>
        Array.TrueForAll(plan.Near, near => cluster.Topology.Domains(near.Key)[node] >= 0)
        && (Array.TrueForAll(plan.Near, near => IsThere(near, node)) || IsFirstOfItsKind(plan));

    private bool IsThere(KeyedCounter counted, int node) =>
        cluster.Topology.Domains(counted.Key)[node] is >= 0 and var domain && cluster.Counters[counted.Counter, domain] > 0;

    // Where pods keep it away over several keys, the first pod is named, nodes in their order.
    private string FirstRepelling(PodShape shape, int node)
    {
        var labels = cluster.Nodes[node].Labels;
        return Enumerable.Range(0, cluster.Nodes.Count).Where(other => !cluster.Nodes[other].IsRemoved)
            .SelectMany(other => cluster.ShapesOn(other).SelectMany(placed => placed.RequiredAntiAffinity)
                .Where(term => term.Matches(shape.Namespace, shape.Labels)
                    && labels.Find(term.TopologyKey) is { } own && cluster.Nodes[other].Labels.Find(term.TopologyKey) == own))
            .First().TopologyKey;
    }
}

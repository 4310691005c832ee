using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Tests.Placement.Naive;

internal sealed class NaiveFilters(PlacementCatalog catalog, List<NaiveNode> nodes)
{
    private IEnumerable<NaiveNode> Live => nodes.Where(node => !node.IsRemoved);

    public NodeRejection? Check(PodShape shape, NaiveNode node) =>
        Taints(shape, node) ?? Affinity(shape, node) ?? Ports(shape, node) ?? Fit(shape, node) ?? Volumes(shape, node)
        ?? Spread(shape, node) ?? PodAffinity(shape, node);

    public static bool Eligible(PodShape shape, SpreadRule rule, NaiveNode node, bool allKeys, bool hard) =>
        !node.IsRemoved
        && (!allKeys || shape.SpreadRules.Where(r => r.IsHard == hard).All(r => node.Labels.ContainsKey(r.TopologyKey)))
        && (!rule.HonorsNodeAffinity || node.Matches(shape.NodeRules))
        && (!rule.HonorsNodeTaints || node.Taints.Where(Tolerations.IsHard).All(taint => Tolerations.Tolerate(shape.Spec.Tolerations, taint)));

    public static int Count(PodShape shape, SpreadRule rule, NaiveNode node) =>
        node.Pods.Count(pod => !pod.Terminating && pod.Shape.Namespace == shape.Namespace
            && rule.Selector is { IsEmpty: false } selector && selector.Matches(pod.Shape.Labels));

    private static NodeRejection? Taints(PodShape shape, NaiveNode node)
    {
        var tolerations = shape.Spec.Tolerations;
        if (node.Unschedulable && !Tolerations.Tolerate(tolerations, Taint.Cordoned))
        {
            return new(RejectionReason.Cordoned, "cordoned", IsResolvable: false);
        }

        var taint = node.Taints.Find(taint => Tolerations.IsHard(taint) && !Tolerations.Tolerate(tolerations, taint));
        return taint is null ? null : new(RejectionReason.Taint, $"taint {taint.Key}:{taint.Effect} is not tolerated", IsResolvable: false);
    }

    private static NodeRejection? Affinity(PodShape shape, NaiveNode node) =>
        shape.NodeRules.FirstOrDefault(rule => !rule.Matches(node.Name, node.Labels)) is { } failed
            ? new(RejectionReason.NodeAffinity, failed.Text, IsResolvable: false)
            : null;

    private static NodeRejection? Ports(PodShape shape, NaiveNode node) =>
        shape.HostPorts.FirstOrDefault(port => node.Pods.Exists(pod => pod.Shape.HostPorts.Any(other => Conflict(port, other)))) is { } taken
            ? new(RejectionReason.HostPort, $"host port {taken.Port}/{taken.Protocol} is taken", IsResolvable: true)
            : null;

    private static bool Conflict(HostPort a, HostPort b) =>
        a.Port == b.Port && a.Protocol == b.Protocol && (a.Address == "0.0.0.0" || b.Address == "0.0.0.0" || a.Address == b.Address);

    private NodeRejection? Fit(PodShape shape, NaiveNode node)
    {
        if (node.Node.Allocatable is not { } allocatable)
        {
            return new(RejectionReason.UnknownAllocatable, "what is allocatable is not known", IsResolvable: false);
        }

        if (node.Pods.Count + 1 > allocatable[ResourceAmounts.Pods])
        {
            return new(RejectionReason.TooManyPods, $"too many pods ({node.Pods.Count} of {allocatable[ResourceAmounts.Pods]})", IsResolvable: true);
        }

        foreach (var (name, amount) in shape.Requests.Plain.Pairs)
        {
            if (amount > 0 && amount > allocatable[name] - node.Sum(name) && !catalog.Settings.IgnoredResources.Contains(name))
            {
                return new(RejectionReason.Resources, $"insufficient {name}", IsResolvable: amount <= allocatable[name]);
            }
        }

        return null;
    }

    private NodeRejection? Volumes(PodShape shape, NaiveNode node)
    {
        var volumes = shape.Volumes;
        if (volumes.Impossible is { } impossible)
        {
            return new(RejectionReason.VolumeElsewhere, impossible, IsResolvable: false);
        }

        if (volumes.ExclusiveClaims.FirstOrDefault(claim => Live.Any(n => n.Pods.Exists(pod => pod.Shape.Volumes.ExclusiveClaims.Contains(claim)))) is { } inUse)
        {
            return new(RejectionReason.VolumeInUse, $"claim {inUse} is in use by another pod", IsResolvable: true);
        }

        foreach (var disk in volumes.Disks)
        {
            if (node.Pods.Exists(pod => pod.Shape.Volumes.Disks.Any(d => d.Identity == disk.Identity && !(d.IsReadOnly && disk.IsReadOnly))))
            {
                return new(RejectionReason.VolumeInUse, $"disk {disk.Identity} is in use by another pod", IsResolvable: true);
            }
        }

        foreach (var driver in volumes.CsiVolumes.GroupBy(volume => volume.Driver, StringComparer.Ordinal))
        {
            if (node.CsiLimits.Where(l => l.Key == driver.Key).Select(l => (int?)l.Value).FirstOrDefault() is { } limit)
            {
                var used = node.Pods.SelectMany(pod => pod.Shape.Volumes.CsiVolumes).Concat(node.Attached).Where(v => v.Driver == driver.Key).ToHashSet();
                var added = driver.Count(volume => !used.Contains(volume));
                if (added > 0 && used.Count + added > limit)
                {
                    return new(RejectionReason.TooManyVolumes, $"too many volumes of {driver.Key} ({used.Count} of {limit})", IsResolvable: true);
                }
            }
        }

        return volumes.NodeRules.FirstOrDefault(rule => !rule.Matches(node.Name, node.Labels)) is { } failed
            ? new(RejectionReason.VolumeElsewhere, failed.Text, IsResolvable: false)
            : null;
    }

    private NodeRejection? Spread(PodShape shape, NaiveNode node)
    {
        foreach (var rule in shape.SpreadRules.Where(rule => rule.IsHard))
        {
            if (node.Labels.Find(rule.TopologyKey) is not { } own)
            {
                return new(RejectionReason.SpreadLabel, $"label {rule.TopologyKey} is missing", IsResolvable: false);
            }

            var domains = nodes.Where(n => Eligible(shape, rule, n, allKeys: true, hard: true))
                .GroupBy(n => n.Labels[rule.TopologyKey], StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Sum(n => Count(shape, rule, n)), StringComparer.Ordinal);
            var min = domains.Count < rule.MinDomains || domains.Count == 0 ? 0 : domains.Values.Min();
            var self = rule.SelectsSelf ? 1 : 0;
            var count = domains.GetValueOrDefault(own);
            if (count + self - min > rule.MaxSkew)
            {
                return new(RejectionReason.Spread, $"spread over {rule.TopologyKey}: {count} + {self} - {min} > {rule.MaxSkew}", IsResolvable: true);
            }
        }

        return null;
    }

    private NodeRejection? PodAffinity(PodShape shape, NaiveNode node)
    {
        if (!AffinityIsMet(shape, node))
        {
            return new(RejectionReason.PodAffinity, "no pod that the pod must be near", IsResolvable: false);
        }

        foreach (var term in shape.RequiredAntiAffinity)
        {
            if (InDomain(node, term.TopologyKey).Any(n => n.Pods.Exists(pod => term.Matches(pod.Shape.Namespace, pod.Shape.Labels))))
            {
                return new(RejectionReason.PodAntiAffinity, $"anti-affinity over {term.TopologyKey}", IsResolvable: true);
            }
        }

        foreach (var other in Live)
        {
            foreach (var term in other.Pods.SelectMany(pod => pod.Shape.RequiredAntiAffinity))
            {
                if (term.Matches(shape.Namespace, shape.Labels) && InDomain(node, term.TopologyKey).Contains(other))
                {
                    return new(RejectionReason.ExistingAntiAffinity, $"anti-affinity of a pod there over {term.TopologyKey}", IsResolvable: true);
                }
            }
        }

        return null;
    }

    private bool AffinityIsMet(PodShape shape, NaiveNode node)
    {
        var terms = shape.RequiredAffinity;
        if (terms.Any(term => !node.Labels.ContainsKey(term.TopologyKey)))
        {
            return false;
        }

        if (terms.All(term => InDomain(node, term.TopologyKey).Any(n => n.Pods.Exists(Meets))))
        {
            return true;
        }

        var none = !Live.Any(n => terms.Any(term => n.Labels.ContainsKey(term.TopologyKey)) && n.Pods.Exists(Meets));
        return none && terms.All(term => term.Matches(shape.Namespace, shape.Labels));

        bool Meets((PodShape Shape, bool Terminating) pod) => terms.All(term => term.Matches(pod.Shape.Namespace, pod.Shape.Labels));
    }

    public IEnumerable<NaiveNode> InDomain(NaiveNode node, string key) =>
        node.Labels.Find(key) is { } value ? Live.Where(n => n.Labels.Find(key) == value) : [];
}

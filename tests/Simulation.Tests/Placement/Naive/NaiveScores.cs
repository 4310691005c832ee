using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Tests.Placement.Naive;

internal sealed class NaiveScores(PlacementCatalog catalog, List<NaiveNode> nodes, NaiveFilters filters)
{
    public long[] Of(PodShape shape, List<NaiveNode> feasible)
    {
        var total = new long[feasible.Count];
        Add(3, Taints(shape, feasible));
        Add(2, NodeAffinity(shape, feasible));
        Add(2, Spread(shape, feasible));
        Add(2, PodAffinity(shape, feasible));
        Add(1, [.. feasible.Select(node => Least(shape, node))]);
        Add(1, [.. feasible.Select(node => Balanced(shape, node))]);
        Add(1, [.. feasible.Select(node => Images(shape, node))]);
        return total;

        void Add(int weight, long[] scores)
        {
            for (var i = 0; i < total.Length; i++)
            {
                total[i] += weight * scores[i];
            }
        }
    }

    private static long[] Taints(PodShape shape, List<NaiveNode> feasible)
    {
        var counts = feasible.Select(node => (long)node.Taints.Count(t => Tolerations.IsSoft(t) && !Tolerations.Tolerate(shape.Spec.Tolerations, t))).ToArray();
        var max = counts.Max();
        return [.. counts.Select(count => max == 0 ? 100 : 100 - (100 * count / max))];
    }

    private static long[] NodeAffinity(PodShape shape, List<NaiveNode> feasible)
    {
        var terms = shape.Spec.Affinity?.PreferredNodeTerms ?? [];
        var sums = feasible.Select(node => terms.Where(term => term.Term.Matches(node.Name, node.Labels)).Sum(term => (long)term.Weight)).ToArray();
        var max = sums.Max();
        return [.. sums.Select(sum => max == 0 ? 0 : 100 * sum / max)];
    }

    private long[] Spread(PodShape shape, List<NaiveNode> feasible)
    {
        var rules = shape.SpreadRules.Where(rule => !rule.IsHard).ToList();
        if (rules.Count == 0)
        {
            return new long[feasible.Count];
        }

        var all = !shape.SpreadToleratesMissingKeys;
        var ignored = feasible.Select(node => all && rules.Exists(rule => !node.Labels.ContainsKey(rule.TopologyKey))).ToArray();
        var counted = feasible.Where((_, i) => !ignored[i]).ToList();
        var raw = new double[feasible.Count];
        foreach (var rule in rules)
        {
            var hostname = rule.TopologyKey == NodeLabels.Hostname;
            var domains = counted.Select(node => node.Labels.Find(rule.TopologyKey) ?? "").Distinct(StringComparer.Ordinal).Count();
            var weight = Math.Log((hostname ? counted.Count : domains) + 2);
            for (var i = 0; i < feasible.Count; i++)
            {
                if (feasible[i].Labels.Find(rule.TopologyKey) is { } own)
                {
                    var count = hostname
                        ? NaiveFilters.Count(shape, rule, feasible[i])
                        : nodes.Where(n => n.Labels.Find(rule.TopologyKey) == own && NaiveFilters.Eligible(shape, rule, n, all, hard: false))
                            .Sum(n => NaiveFilters.Count(shape, rule, n));
                    raw[i] += (count * weight) + (rule.MaxSkew - 1);
                }
            }
        }

        var rounded = raw.Select(value => (long)Math.Round(value, MidpointRounding.AwayFromZero)).ToArray();
        var max = rounded.Where((_, i) => !ignored[i]).DefaultIfEmpty(0).Max();
        var min = rounded.Where((_, i) => !ignored[i]).DefaultIfEmpty(0).Min();
        return [.. rounded.Select((value, i) => ignored[i] ? 0 : max == 0 ? 100 : 100 * (max + min - value) / max)];
    }

    private long[] PodAffinity(PodShape shape, List<NaiveNode> feasible)
    {
        var raw = new long[feasible.Count];
        foreach (var other in nodes.Where(node => !node.IsRemoved))
        {
            foreach (var (existing, _) in other.Pods)
            {
                foreach (var (term, weight) in shape.PreferredTerms.Where(w => w.Term.Matches(existing.Namespace, existing.Labels)))
                {
                    AddTo(term, weight);
                }

                foreach (var (term, weight) in existing.PreferredTerms.Where(w => w.Term.Matches(shape.Namespace, shape.Labels)))
                {
                    AddTo(term, weight);
                }

                foreach (var term in existing.RequiredAffinity.Where(term => term.Matches(shape.Namespace, shape.Labels)))
                {
                    AddTo(term, catalog.Settings.HardPodAffinityWeight);
                }

                void AddTo(PodTerm term, int weight)
                {
                    for (var i = 0; i < feasible.Count; i++)
                    {
                        raw[i] += filters.InDomain(feasible[i], term.TopologyKey).Contains(other) ? weight : 0;
                    }
                }
            }
        }

        var (min, max) = (raw.Min(), raw.Max());
        return [.. raw.Select(value => max == min ? 0 : (long)(100 * ((double)(value - min) / (max - min))))];
    }

    private long Least(PodShape shape, NaiveNode node)
    {
        var cpu = One(node.Node.Allocatable!.CpuMilli, node.Pods.Sum(pod => pod.Shape.Requests.ScoredCpuMilli) + shape.Requests.ScoredCpuMilli);
        var memory = One(node.Node.Allocatable!.MemoryBytes, node.Pods.Sum(pod => pod.Shape.Requests.ScoredMemoryBytes) + shape.Requests.ScoredMemoryBytes);
        long[] scores = [.. new[] { cpu, memory }.OfType<long>()];
        return scores.Length == 0 ? 0 : scores.Sum() / scores.Length;

        long? One(long allocatable, long requested) =>
            allocatable == 0 ? null
            : catalog.Settings.PrefersFullNodes ? Math.Min(requested, allocatable) * 100 / allocatable
            : requested > allocatable ? 0 : (allocatable - requested) * 100 / allocatable;
    }

    private long Balanced(PodShape shape, NaiveNode node)
    {
        var plain = shape.Requests.Plain;
        if (plain.CpuMilli == 0 && plain.MemoryBytes == 0)
        {
            return 0;
        }

        var (cpu, memory) = (node.Sum(ResourceAmounts.Cpu), node.Sum(ResourceAmounts.Memory));
        var with = One(cpu + plain.CpuMilli, memory + plain.MemoryBytes);
        return catalog.KubernetesMinor >= 36 ? 50 + ((50 + with - One(cpu, memory)) / 2) : with;

        long One(long usedCpu, long usedMemory)
        {
            var (cpuLimit, memoryLimit) = (node.Node.Allocatable!.CpuMilli, node.Node.Allocatable!.MemoryBytes);
            var std = cpuLimit == 0 || memoryLimit == 0
                ? 0
                : Math.Abs((Math.Min(1, (double)usedCpu / cpuLimit) - Math.Min(1, (double)usedMemory / memoryLimit)) / 2);
            return (long)((1 - std) * 100);
        }
    }

    private long Images(PodShape shape, NaiveNode node)
    {
        var containers = shape.Spec.InitContainers.Concat(shape.Spec.Containers).ToList();
        var live = nodes.Where(n => !n.IsRemoved).ToList();
        var sum = 0L;
        foreach (var name in containers.Select(container => ImageName(container.Image)))
        {
            if (SizeOn(node, name) is { } size)
            {
                sum += (long)(size * ((double)live.Count(n => SizeOn(n, name) is not null) / live.Count));
            }
        }

        const long mebi = 1024 * 1024;
        return containers.Count == 0 ? 0
            : 100 * (Math.Clamp(sum, 23 * mebi, 1000 * mebi * containers.Count) - (23 * mebi)) / ((1000 * mebi * containers.Count) - (23 * mebi));
    }

    private static long? SizeOn(NaiveNode node, string image) =>
        node.Node.Images.FirstOrDefault(i => i.Names.Any(n => ImageName(n) == image))?.SizeBytes;

    private static string ImageName(string image) => image.LastIndexOf(':') <= image.LastIndexOf('/') ? image + ":latest" : image;
}

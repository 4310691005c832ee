using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Scores the nodes that will do for a pod with the scheduler's weights.</summary>
internal sealed class NodeScorer(TrackedCluster cluster, FitCache fits)
{
    private const int TaintWeight = 3;
    private const int NodeAffinityWeight = 2;
    private const int PodAffinityWeight = 2;

    private readonly SpreadScore _spread = new(cluster);
    private readonly ImageScore _images = new(cluster);
    private readonly DomainScratch _scratch = new();
    private long[] _total = [];
    private long[] _raw = [];

    /// <summary>The score of each node, in their order; valid until the next call.</summary>
    public ReadOnlySpan<long> Of(PodShape shape, ReadOnlySpan<int> nodes)
    {
        var plan = cluster.Index.PlanOf(shape);
        if (_total.Length < nodes.Length)
        {
            (_total, _raw) = (new long[nodes.Length * 2], new long[nodes.Length * 2]);
        }

        var total = _total.AsSpan(0, nodes.Length);
        var room = fits.Scores(plan.Requests);
        for (var i = 0; i < nodes.Length; i++)
        {
            total[i] = room[nodes[i]];
        }

        AddTaints(plan, nodes, total);
        AddNodeAffinity(plan, nodes, total);
        _spread.Add(shape, plan, nodes, total);
        AddPodAffinity(plan, nodes, total);
        _images.Add(plan, nodes, total);
        return total;
    }

    private void AddTaints(ShapePlan plan, ReadOnlySpan<int> nodes, Span<long> total)
    {
        var soft = cluster.Taints.Soft(plan.Tolerations);
        var max = 0L;
        if (soft is not null)
        {
            foreach (var node in nodes)
            {
                max = Math.Max(max, soft[node]);
            }
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            total[i] += TaintWeight * (max == 0 ? 100 : 100 - (100 * soft![nodes[i]] / max));
        }
    }

    private void AddNodeAffinity(ShapePlan plan, ReadOnlySpan<int> nodes, Span<long> total)
    {
        if (plan.PreferredRules.Length == 0)
        {
            return;
        }

        var sums = Cleared(nodes.Length);
        foreach (var (rule, weight) in plan.PreferredRules)
        {
            var mask = cluster.Meeting(rule);
            for (var i = 0; i < nodes.Length; i++)
            {
                sums[i] += Bits.Has(mask, nodes[i]) ? weight : 0;
            }
        }

        var max = Max(sums);
        for (var i = 0; i < nodes.Length && max != 0; i++)
        {
            total[i] += NodeAffinityWeight * (100 * sums[i] / max);
        }
    }

    private void AddPodAffinity(ShapePlan plan, ReadOnlySpan<int> nodes, Span<long> total)
    {
        var sums = Cleared(plan.Pulls.Length == 0 ? 0 : nodes.Length);
        foreach (var (key, counters) in plan.Pulls)
        {
            var (pulls, domains) = (_scratch.Take(cluster.Topology.Count(key)), cluster.Topology.Domains(key));
            foreach (var (counter, weight) in counters)
            {
                _scratch.Add(pulls, cluster.Counters.Of(counter), weight);
            }

            for (var i = 0; i < nodes.Length; i++)
            {
                var domain = domains[nodes[i]];
                sums[i] += domain < 0 ? 0 : pulls[domain];
            }
        }

        _scratch.Clear();
        if (sums.Length == 0)
        {
            return;
        }

        var (min, max) = (-Max(sums, -1), Max(sums));
        for (var i = 0; i < sums.Length && max != min; i++)
        {
            total[i] += PodAffinityWeight * (long)(100 * ((double)(sums[i] - min) / (max - min)));
        }
    }

    private Span<long> Cleared(int length)
    {
        var raw = _raw.AsSpan(0, length);
        raw.Clear();
        return raw;
    }

    private static long Max(ReadOnlySpan<long> values, int sign = 1)
    {
        var max = sign * values[0];
        foreach (var value in values)
        {
            max = Math.Max(max, sign * value);
        }

        return max;
    }
}

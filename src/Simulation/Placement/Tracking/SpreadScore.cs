using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Scores nodes by how evenly the pods of soft spread constraints would be spread.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/framework/plugins/podtopologyspread/scoring.go</remarks>
internal sealed class SpreadScore(TrackedCluster cluster)
{
    private const int Weight = 2;

    private readonly DomainScratch _scratch = new();
    private double[] _raw = [];
    private bool[] _ignored = [];
    private long[] _rounded = [];
    private int[] _seen = [];
    private int _round;

    /// <summary>Adds the weighted score of each node.</summary>
    public void Add(PodShape shape, ShapePlan plan, ReadOnlySpan<int> nodes, Span<long> total)
    {
        if (plan.SoftSpread.Length == 0)
        {
            return;
        }

        if (_raw.Length < nodes.Length)
        {
            (_raw, _ignored, _rounded) = (new double[nodes.Length * 2], new bool[nodes.Length * 2], new long[nodes.Length * 2]);
        }

        Array.Clear(_raw, 0, nodes.Length);
        var counted = shape.SpreadToleratesMissingKeys ? CountAll(nodes) : CountLabelled(plan, nodes);
        foreach (var rule in plan.SoftSpread)
        {
            AddRule(rule, nodes, Math.Log((rule.IsHostname ? counted : DistinctDomains(rule.Key, nodes)) + 2));
        }

        _scratch.Clear();
        var (min, max) = Extremes(nodes.Length);
        var (lastValue, lastScore) = (long.MinValue, 0L);
        for (var i = 0; i < nodes.Length; i++)
        {
            // Few values differ from node to node, and a division is dear.
            if (!_ignored[i] && _rounded[i] != lastValue)
            {
                (lastValue, lastScore) = (_rounded[i], max == 0 ? 100 : 100 * (max + min - _rounded[i]) / max);
            }

            total[i] += _ignored[i] ? 0 : Weight * lastScore;
        }
    }

    private void AddRule(SoftSpread rule, ReadOnlySpan<int> nodes, double weight)
    {
        var domains = cluster.Topology.Domains(rule.Key);
        var counts = _scratch.Take(rule.IsHostname ? cluster.Nodes.Count : cluster.Topology.Count(rule.Key));
        _scratch.Add(counts, cluster.Counters.Of(rule.Counter));
        for (var i = 0; i < nodes.Length; i++)
        {
            var domain = domains[nodes[i]];
            if (domain >= 0)
            {
                _raw[i] += (counts[rule.IsHostname ? nodes[i] : domain] * weight) + (rule.MaxSkew - 1);
            }
        }
    }

    private (long Min, long Max) Extremes(int count)
    {
        var (min, max, isFirst) = (0L, 0L, true);
        var (lastRaw, lastRounded) = (0d, 0L);
        for (var i = 0; i < count; i++)
        {
            if (_raw[i] != lastRaw)
            {
                (lastRaw, lastRounded) = (_raw[i], (long)Math.Round(_raw[i], MidpointRounding.AwayFromZero));
            }

            _rounded[i] = lastRounded;
            if (!_ignored[i])
            {
                (min, max) = isFirst ? (lastRounded, lastRounded) : (Math.Min(min, lastRounded), Math.Max(max, lastRounded));
                isFirst = false;
            }
        }

        return (min, max);
    }

    private int CountAll(ReadOnlySpan<int> nodes)
    {
        Array.Clear(_ignored, 0, nodes.Length);
        return nodes.Length;
    }

    private int CountLabelled(ShapePlan plan, ReadOnlySpan<int> nodes)
    {
        var counted = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            _ignored[i] = false;
            foreach (var rule in plan.SoftSpread)
            {
                _ignored[i] |= cluster.Topology.Domains(rule.Key)[node] < 0;
            }

            counted += _ignored[i] ? 0 : 1;
        }

        return counted;
    }

    // A node without the label is in the domain of those where it is empty.
    private int DistinctDomains(int key, ReadOnlySpan<int> nodes)
    {
        var (domains, count) = (cluster.Topology.Domains(key), cluster.Topology.Count(key));
        var missing = cluster.Topology.EmptyDomain(key) is >= 0 and var empty ? empty : count;
        if (_seen.Length <= count)
        {
            _seen = new int[(count + 1) * 2];
            _round = 0;
        }

        _round++;
        var distinct = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            var domain = domains[nodes[i]] is >= 0 and var own ? own : missing;
            if (!_ignored[i] && _seen[domain] != _round)
            {
                _seen[domain] = _round;
                distinct++;
            }
        }

        return distinct;
    }
}

using System.Numerics;
using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Finds the nodes that will do for a pod, a block of 64 at a time.</summary>
internal sealed class NodeSearch(TrackedCluster cluster, Nominations nominations, NodeCheck check, FitCache fits)
{
    private readonly DomainScratch _scratch = new();
    private readonly List<DomainBounds> _bounds = [];
    private int[] _found = [];

    /// <summary>The first nodes that will do, in the order in which the scheduler looks at them.</summary>
    /// <param name="shape">The pod.</param>
    /// <param name="start">The node to start with, a multiple of 64; those before it come last.</param>
    /// <param name="wanted">How many nodes end the search.</param>
    public ReadOnlySpan<int> Find(PodShape shape, int start, int wanted)
    {
        var plan = cluster.Index.PlanOf(shape);
        if (shape.Volumes.Impossible is not null || check.IsClaimInUse(plan) || !SetBounds(plan))
        {
            _scratch.Clear();
            return [];
        }

        var (count, found) = (cluster.Nodes.Count, 0);
        var blocks = Bits.Words(count);
        if (_found.Length < count)
        {
            _found = new int[count * 2];
        }

        for (var i = 0; i < blocks && found < wanted; i++)
        {
            var block = ((start / Bits.PerWord) + i) % blocks;
            for (var word = Candidates(plan, block, count); word != 0 && found < wanted; word &= word - 1)
            {
                var node = (block * Bits.PerWord) + BitOperations.TrailingZeroCount(word);
                if (IsWithinBounds(node) && (!plan.LooksAtPods || check.CheckPods(shape, node) is null) && RespectsNominations(shape, node))
                {
                    _found[found++] = node;
                }
            }
        }

        _scratch.Clear();
        return _found.AsSpan(0, found);
    }

    private ulong Candidates(ShapePlan plan, int block, int count)
    {
        var word = cluster.Live[block] & cluster.Taints.Admitted(plan.Tolerations)[block];
        foreach (var rule in plan.Rules)
        {
            word &= cluster.Meeting(rule)[block];
        }

        return word == 0 ? 0 : word & fits.Fitting(plan.Requests, block, count);
    }

    // Everything that depends on where other pods are becomes a bound on a count in the node's domain; false when no node can meet one.
    private bool SetBounds(ShapePlan plan)
    {
        _bounds.Clear();
        foreach (var rule in plan.HardSpread)
        {
            Bound(rule.Key, [rule.Counter], int.MinValue, rule.MaxSkew - rule.Self + check.Floor(rule), needsLabel: true);
        }

        var least = plan.Near.Length > 0 && check.IsFirstOfItsKind(plan) ? 0 : 1;
        foreach (var near in plan.Near)
        {
            if (least > 0 && cluster.Counters.IsZero(near.Counter))
            {
                return false;
            }

            Bound(near.Key, [near.Counter], least, int.MaxValue, needsLabel: true);
        }

        foreach (var apart in plan.Apart)
        {
            if (!Array.TrueForAll(apart.Counters, cluster.Counters.IsZero))
            {
                Bound(apart.Key, apart.Counters, int.MinValue, 0, needsLabel: false);
            }
        }

        return true;
    }

    private void Bound(int key, ReadOnlySpan<int> counters, int least, int most, bool needsLabel)
    {
        var counts = _scratch.Take(cluster.Topology.Count(key));
        foreach (var counter in counters)
        {
            _scratch.Add(counts, cluster.Counters.Of(counter));
        }

        _bounds.Add(new(cluster.Topology.Domains(key), counts, least, most, needsLabel));
    }

    private bool IsWithinBounds(int node)
    {
        foreach (var (domains, counts, least, most, needsLabel) in _bounds)
        {
            var domain = domains[node];
            if (domain < 0 ? needsLabel : counts[domain] < least || counts[domain] > most)
            {
                return false;
            }
        }

        return true;
    }

    private bool RespectsNominations(PodShape shape, int node) =>
        nominations.IsEmpty || nominations.RespectedOn(node, shape.Priority) is null || check.Check(shape, node) is null;

    private readonly record struct DomainBounds(int[] Domains, int[] Counts, int Least, int Most, bool NeedsLabel);
}

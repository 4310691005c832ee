using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>The members of each set of nodes in one run, and how many domains they make.</summary>
internal sealed class NodeSets
{
    private readonly (int Nodes, int Key)[] _tallies;
    private readonly int[][] _talliesOf;
    private readonly ulong[][] _members;
    private readonly int[][] _nodesIn;
    private readonly int[] _domains;

    public NodeSets(PlacementIndex index)
    {
        _tallies = index.Tallies;
        _talliesOf = [.. index.NodeSets.Select((_, set) => Enumerable.Range(0, _tallies.Length).Where(tally => _tallies[tally].Nodes == set).ToArray())];
        _members = [.. index.NodeSets.Select(_ => Array.Empty<ulong>())];
        _nodesIn = [.. _tallies.Select(tally => new int[index.Keys[tally.Key].Count])];
        _domains = new int[_tallies.Length];
    }

    /// <summary>A copy that goes its own way.</summary>
    public NodeSets(NodeSets other)
    {
        (_tallies, _talliesOf) = (other._tallies, other._talliesOf);
        _members = [.. other._members.Select(each => (ulong[])each.Clone())];
        _nodesIn = [.. other._nodesIn.Select(each => (int[])each.Clone())];
        _domains = [.. other._domains];
    }

    /// <summary>Whether a node is a member.</summary>
    public bool Has(int set, int node) => Bits.Has(_members[set], node);

    /// <summary>How many domains a tally counts.</summary>
    public int Domains(int tally) => _domains[tally];

    /// <summary>Takes in a node, or one whose membership changed.</summary>
    public void Put(int set, int node, bool isMember, Topology topology)
    {
        var was = node / Bits.PerWord < _members[set].Length && Has(set, node);
        Bits.Put(ref _members[set], node, isMember);
        if (was == isMember)
        {
            return;
        }

        foreach (var tally in _talliesOf[set])
        {
            var domain = topology.Domains(_tallies[tally].Key)[node];
            if (domain >= 0)
            {
                Count(tally, domain, isMember ? 1 : -1);
            }
        }
    }

    private void Count(int tally, int domain, int nodes)
    {
        if (domain >= _nodesIn[tally].Length)
        {
            Array.Resize(ref _nodesIn[tally], (domain + 1) * 2);
        }

        var before = _nodesIn[tally][domain];
        _nodesIn[tally][domain] = before + nodes;
        _domains[tally] += (before + nodes > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    }
}

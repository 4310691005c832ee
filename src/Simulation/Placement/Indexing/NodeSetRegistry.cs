using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Numbers topology keys, lists of tolerations, and the sets of nodes that spread constraints count.</summary>
internal sealed class NodeSetRegistry
{
    private readonly ImmutableArray<Node> _nodes;
    private readonly Numbering<string> _keyNames = new(StringComparer.Ordinal);
    private readonly List<TopologyKey> _keys = [];
    private readonly Numbering<string> _setNames = new(StringComparer.Ordinal);
    private readonly List<NodeSet> _sets = [];
    private readonly Numbering<(int Nodes, int Key)> _tallies = new();

    public NodeSetRegistry(ImmutableArray<Node> nodes)
    {
        _nodes = nodes;
        _ = NumberOf(new([], [], -1));
    }

    /// <summary>The topology keys by number.</summary>
    public IReadOnlyList<TopologyKey> Keys => _keys;

    /// <summary>The sets by number.</summary>
    public IReadOnlyList<NodeSet> Sets => _sets;

    /// <summary>The pairs of set and key of which the domains are counted, by number.</summary>
    public IReadOnlyList<(int Nodes, int Key)> Tallies => _tallies.Items;

    /// <summary>The lists of tolerations by number.</summary>
    public Numbering<ImmutableArray<Toleration>> Tolerations { get; } = new(new ByContent());

    /// <summary>The number of a topology key.</summary>
    public int KeyOf(string name)
    {
        var number = _keyNames.NumberOf(name);
        if (number == _keys.Count)
        {
            _keys.Add(new(name, _nodes));
        }

        return number;
    }

    /// <summary>The number of a set.</summary>
    public int NumberOf(NodeSet set)
    {
        var number = _setNames.NumberOf($"{string.Join(',', set.Keys)};{string.Join(',', set.Rules)};{set.Tolerations}");
        if (number == _sets.Count)
        {
            _sets.Add(set);
        }

        return number;
    }

    /// <summary>The number of the count of a set's domains.</summary>
    public int TallyOf(int set, int key) => _tallies.NumberOf((set, key));

    private sealed class ByContent : IEqualityComparer<ImmutableArray<Toleration>>
    {
        public bool Equals(ImmutableArray<Toleration> x, ImmutableArray<Toleration> y) => x.AsSpan().SequenceEqual(y.AsSpan());

        public int GetHashCode(ImmutableArray<Toleration> obj) => obj is [var first, ..] ? HashCode.Combine(obj.Length, first) : 0;
    }
}

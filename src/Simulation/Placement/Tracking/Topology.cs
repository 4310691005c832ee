using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Which domain of each topology key each node is in, nodes that joined in this run included.</summary>
internal sealed class Topology
{
    private readonly TopologyKey[] _keys;
    private readonly int[][] _domains;
    private readonly int[] _counts;
    private readonly Dictionary<string, int>?[] _added;

    public Topology(TopologyKey[] keys)
    {
        _keys = keys;
        _domains = [.. keys.Select(key => key.Domains)];
        _counts = [.. keys.Select(key => key.Count)];
        _added = new Dictionary<string, int>?[keys.Length];
    }

    /// <summary>A copy that goes its own way.</summary>
    public Topology(Topology other)
    {
        _keys = other._keys;
        _domains = [.. other._domains.Select((each, key) => ReferenceEquals(each, _keys[key].Domains) ? each : (int[])each.Clone())];
        _counts = [.. other._counts];
        _added = [.. other._added.Select(each => each is null ? null : new Dictionary<string, int>(each, StringComparer.Ordinal))];
    }

    /// <summary>The domain of each node by number; -1 for a node without the label.</summary>
    public int[] Domains(int key) => _domains[key];

    /// <summary>How many domains a key has.</summary>
    public int Count(int key) => _counts[key];

    /// <summary>The domain of nodes whose label is there and empty; -1 when there is none.</summary>
    public int EmptyDomain(int key) => Find(key, "");

    /// <summary>Takes in a node.</summary>
    /// <param name="node">Its number, one above the last.</param>
    /// <param name="labels">Its labels.</param>
    public void AddNode(int node, LabelSet labels)
    {
        for (var key = 0; key < _keys.Length; key++)
        {
            if (node >= _domains[key].Length)
            {
                Array.Resize(ref _domains[key], Math.Max(node + 1, node * 2));
            }

            _domains[key][node] = labels.Find(_keys[key].Name) is { } value ? NumberOf(key, value) : -1;
        }
    }

    private int NumberOf(int key, string value)
    {
        var known = Find(key, value);
        if (known < 0)
        {
            known = _counts[key]++;
            (_added[key] ??= new(StringComparer.Ordinal))[value] = known;
        }

        return known;
    }

    private int Find(int key, string value) =>
        _keys[key].Find(value) is >= 0 and var domain ? domain
        : _added[key] is { } added && added.TryGetValue(value, out var number) ? number : -1;
}

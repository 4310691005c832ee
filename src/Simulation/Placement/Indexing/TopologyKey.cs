using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>A label of nodes by which pods are spread or kept together, its values numbered as domains.</summary>
internal sealed class TopologyKey
{
    private readonly Numbering<string> _values = new(StringComparer.Ordinal);

    public TopologyKey(string name, ImmutableArray<Node> nodes)
    {
        Name = name;
        Domains = new int[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            Domains[i] = nodes[i].Metadata.Labels.Find(name) is { } value ? _values.NumberOf(value) : -1;
        }
    }

    /// <summary>The label's key.</summary>
    public string Name { get; }

    /// <summary>The domain of each node of the snapshot; -1 for a node without the label.</summary>
    public int[] Domains { get; }

    /// <summary>How many domains the nodes of the snapshot make.</summary>
    public int Count => _values.Items.Count;

    /// <summary>The domain of a value; -1 when no node of the snapshot has it.</summary>
    public int Find(string value) => _values.Find(value);
}

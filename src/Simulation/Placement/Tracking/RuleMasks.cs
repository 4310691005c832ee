using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Which nodes meet which rule, nodes that joined in this run included; those are compared when a rule is first asked for.</summary>
internal sealed class RuleMasks
{
    private readonly RuleIndex _index;
    private readonly List<NodeSlot> _nodes;
    private readonly int _known;
    private readonly ulong[]?[] _own;
    private readonly int[] _compared;

    /// <summary>Starts with the nodes of the snapshot.</summary>
    public RuleMasks(RuleIndex index, List<NodeSlot> nodes, int known)
    {
        (_index, _nodes, _known) = (index, nodes, known);
        (_own, _compared) = (new ulong[]?[index.Rules.Count], new int[index.Rules.Count]);
    }

    /// <summary>The nodes that meet a rule.</summary>
    public ulong[] this[int rule] => _nodes.Count == _known ? _index.Masks[rule] : Complete(rule);

    /// <summary>Whether a node meets a rule.</summary>
    public bool Meets(int node, int rule) => Bits.Has(this[rule], node);

    private ulong[] Complete(int rule)
    {
        if (_own[rule] is not { } mask)
        {
            (mask, _compared[rule]) = ((ulong[])_index.Masks[rule].Clone(), _known);
        }

        for (var node = _compared[rule]; node < _nodes.Count; node++)
        {
            Bits.Put(ref mask, node, _index.Rules[rule].Matches(_nodes[node].Name, _nodes[node].Labels));
        }

        _compared[rule] = _nodes.Count;
        return _own[rule] = mask;
    }
}

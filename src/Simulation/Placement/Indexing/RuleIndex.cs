using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Which nodes of the snapshot meet which node rule, as bits.</summary>
internal sealed class RuleIndex(ImmutableArray<Node> nodes)
{
    private readonly Numbering<NodeRule> _rules = new();
    private readonly List<ulong[]> _masks = [];
    private readonly ILookup<KeyValuePair<string, string>, int> _byLabel =
        nodes.SelectMany((node, i) => node.Metadata.Labels.Select(label => (label, i))).ToLookup(pair => pair.label, pair => pair.i, PairComparer<string>.Instance);

    private readonly ILookup<string, int> _byName = nodes.Select((node, i) => (node.Metadata.Name, i)).ToLookup(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);

    /// <summary>The rules by number; equal rules differ in their text at most.</summary>
    public IReadOnlyList<NodeRule> Rules => _rules.Items;

    /// <summary>The nodes that meet each rule.</summary>
    public IReadOnlyList<ulong[]> Masks => _masks;

    /// <summary>The number of a rule.</summary>
    public int NumberOf(NodeRule rule)
    {
        var number = _rules.NumberOf(rule);
        if (number == _masks.Count)
        {
            _masks.Add(MaskOf(rule));
        }

        return number;
    }

    private ulong[] MaskOf(NodeRule rule)
    {
        var mask = new ulong[Bits.Words(nodes.Length)];
        foreach (var term in rule.Terms)
        {
            foreach (var node in Candidates(term))
            {
                if (term.Matches(nodes[node].Metadata.Name, nodes[node].Metadata.Labels))
                {
                    Bits.Put(ref mask, node, value: true);
                }
            }
        }

        return mask;
    }

    // Volumes that are bound to one node make thousands of rules; those must not each be compared with every node.
    private IEnumerable<int> Candidates(NodeSelectorTerm term) =>
        term.Fields.FirstOrDefault(IsList) is { } field ? field.Values.SelectMany(name => _byName[name])
        : term.Expressions.Where(IsList).MinBy(CandidateCount) is { } expression ? expression.Values.SelectMany(value => _byLabel[new(expression.Key, value)])
        : Enumerable.Range(0, nodes.Length);

    private int CandidateCount(SelectorRequirement requirement) => requirement.Values.Sum(value => _byLabel[new(requirement.Key, value)].Count());

    private static bool IsList(SelectorRequirement requirement) => requirement.Operator == SelectorOperator.In;
}

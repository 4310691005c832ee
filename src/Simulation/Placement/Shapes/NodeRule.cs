using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>Node terms of which one must match, and what to say of a node where none does.</summary>
internal sealed record NodeRule(ImmutableArray<NodeSelectorTerm> Terms, string Text)
{
    public static NodeRule OneNode(string name, string text) =>
        new([new([], [new("metadata.name", SelectorOperator.In, [name])])], text);

    public bool Matches(string nodeName, LabelSet labels)
    {
        foreach (var term in Terms)
        {
            if (term.Matches(nodeName, labels))
            {
                return true;
            }
        }

        return false;
    }

    public bool Equals(NodeRule? other) => other is not null && Terms.AsSpan().SequenceEqual(other.Terms.AsSpan());

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var term in Terms)
        {
            foreach (var requirement in term.Expressions.Concat(term.Fields))
            {
                hash.Add(requirement.Key, StringComparer.Ordinal);
                hash.Add(requirement.Values.FirstOrDefault(), StringComparer.Ordinal);
            }
        }

        return hash.ToHashCode();
    }
}

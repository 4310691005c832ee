using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>Requirements on a node's labels and fields, all of which must match; a term without any matches no node.</summary>
public sealed record NodeSelectorTerm(ImmutableArray<SelectorRequirement> Expressions, ImmutableArray<SelectorRequirement> Fields)
{
    /// <summary>Whether a node of this name and these labels meets the term.</summary>
    public bool Matches(string nodeName, LabelSet labels) =>
        (Expressions.Length > 0 || Fields.Length > 0)
        && Expressions.All(e => e.Matches(labels))
        && Fields.All(f => f.Key == "metadata.name" && f.Matches(nodeName));

    /// <inheritdoc/>
    public bool Equals(NodeSelectorTerm? other) =>
        other is not null && Expressions.AsSpan().SequenceEqual(other.Expressions.AsSpan()) && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Expressions.FirstOrDefault(), Fields.FirstOrDefault());
}

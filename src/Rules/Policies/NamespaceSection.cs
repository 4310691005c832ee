using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>What a policy says for some namespaces.</summary>
internal sealed record NamespaceSection
{
    /// <summary>Names of namespaces, exact; empty when the selector decides.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Selects namespaces by their labels; null when the names decide.</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>What is said, by rule.</summary>
    public required IReadOnlyDictionary<string, RuleOverride> Rules { get; init; }

    /// <summary>Whether the section is about a namespace. One whose labels are unknown is met by name only.</summary>
    public bool Covers(NamespaceSnapshot contents) =>
        Names.Contains(contents.Name) || (Selector is not null && contents.Object is { } known && Selector.Matches(known.Metadata.Labels));
}

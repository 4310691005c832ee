namespace RiskAnalyzer.Rules.Policies;

/// <summary>A namespace section of a policy file, as parsed.</summary>
public sealed record NamespaceDocument
{
    /// <summary>Names, exact.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>A label selector of namespaces; null when absent.</summary>
    public string? Selector { get; init; }

    /// <summary>Settings of rules in these namespaces.</summary>
    public IReadOnlyList<RuleSection> Rules { get; init; } = [];
}

using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Pages;

/// <summary>A manifest for a rule's page, and what the rule really said of it.</summary>
public sealed record RuleExample
{
    /// <summary>What the example is about, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The manifest.</summary>
    public required string Manifest { get; init; }

    /// <summary>What else holds while the manifest is judged, such as a Kubernetes version; empty when nothing does.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>The rule's findings, each with the line of the manifest that it points at; 0 for a finding about the policy.</summary>
    public IReadOnlyList<KeyValuePair<int, Finding>> Findings { get; init; } = [];
}

namespace RiskAnalyzer.Rules.Policies;

/// <summary>What a policy file says of one rule, as parsed.</summary>
public sealed record RuleSection
{
    /// <summary>The rule's name.</summary>
    public required string Rule { get; init; }

    /// <summary>Whether the rule runs; null when not said.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The severity; null when not said.</summary>
    public string? Severity { get; init; }

    /// <summary>What findings do at admission; null when not said.</summary>
    public string? AtAdmission { get; init; }

    /// <summary>Parameters by name, a list as one text with commas.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];
}

namespace RiskAnalyzer.Rules.Engine;

/// <summary>One thing that a rule found on its object.</summary>
public sealed record RuleHit
{
    /// <summary>The field it is about, as a manifest path such as <c>spec.template.spec.containers[0].image</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The fact with its numbers, in one sentence without the object's own name and without a final stop.</summary>
    public required string Message { get; init; }

    /// <summary>What to change; null for the rule's general advice.</summary>
    public string? Fix { get; init; }

    /// <summary>The severity where it differs from the rule's; null otherwise.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Observed values and thresholds by name, sorted by the caller's order of importance.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Evidence { get; init; } = [];
}

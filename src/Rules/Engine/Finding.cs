using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>A hit of a rule on an object, after policy and exemptions.</summary>
public sealed record Finding
{
    /// <summary>The rule's name.</summary>
    public required string Rule { get; init; }

    /// <summary>The severity in force.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The object.</summary>
    public required ObjectReference Object { get; init; }

    /// <summary>Where the object was read.</summary>
    public SourceLocation Source { get; init; }

    /// <summary>The field, as a manifest path.</summary>
    public required string Field { get; init; }

    /// <summary>The fact with its numbers.</summary>
    public required string Message { get; init; }

    /// <summary>What to change.</summary>
    public required string Fix { get; init; }

    /// <summary>Observed values and thresholds by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Evidence { get; init; } = [];

    /// <summary>Why the finding does not count; null when it does.</summary>
    public AppliedExemption? Exemption { get; init; }
}

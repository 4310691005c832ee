using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>What is in force for one rule in one namespace.</summary>
public sealed record RuleSettings
{
    /// <summary>Whether the rule runs.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>The severity of all its findings; null where the rule decides.</summary>
    public Severity? Severity { get; init; }

    /// <summary>What its findings do at admission.</summary>
    public AdmissionMode AtAdmission { get; init; }

    /// <summary>Parameters that differ from the rule's defaults, by name.</summary>
    public IReadOnlyDictionary<string, object> Parameters { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);
}

using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>What is in force in one namespace.</summary>
public sealed class NamespacePolicy
{
    private readonly IReadOnlyDictionary<string, RuleSettings> _rules;

    internal NamespacePolicy(IReadOnlyDictionary<string, RuleSettings> rules) => _rules = rules;

    /// <summary>The settings of a rule.</summary>
    public RuleSettings Of(Rule rule) => _rules[rule.Descriptor.Name];

    /// <summary>The settings over these by a layer's rules.</summary>
    internal NamespacePolicy Under(IReadOnlyDictionary<string, RuleOverride> overrides)
    {
        if (overrides.Count == 0)
        {
            return this;
        }

        var merged = new Dictionary<string, RuleSettings>(_rules, StringComparer.Ordinal);
        foreach (var (rule, change) in overrides)
        {
            merged[rule] = change.Over(merged[rule]);
        }

        return new(merged);
    }
}

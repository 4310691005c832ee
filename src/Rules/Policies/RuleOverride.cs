using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>What one layer of a policy says of a rule; null where it says nothing.</summary>
internal sealed record RuleOverride
{
    public bool? IsEnabled { get; init; }

    public Severity? Severity { get; init; }

    public AdmissionMode? AtAdmission { get; init; }

    public IReadOnlyDictionary<string, object> Parameters { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    public RuleSettings Over(RuleSettings lower)
    {
        var parameters = lower.Parameters;
        if (Parameters.Count > 0)
        {
            var merged = new Dictionary<string, object>(lower.Parameters, StringComparer.Ordinal);
            foreach (var (name, value) in Parameters)
            {
                merged[name] = value;
            }

            parameters = merged;
        }

        return new()
        {
            IsEnabled = IsEnabled ?? lower.IsEnabled,
            Severity = Severity ?? lower.Severity,
            AtAdmission = AtAdmission ?? lower.AtAdmission,
            Parameters = parameters,
        };
    }
}

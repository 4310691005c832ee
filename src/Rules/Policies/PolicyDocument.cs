namespace RiskAnalyzer.Rules.Policies;

/// <summary>A policy file as parsed; nothing in it has been judged.</summary>
public sealed record PolicyDocument
{
    /// <summary>The version that every policy file states.</summary>
    public const string CurrentApiVersion = "riskanalyzer.io/v1";

    /// <summary>The kind that every policy file states.</summary>
    public const string CurrentKind = "RiskPolicy";

    /// <summary>The apiVersion; null when absent.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The kind; null when absent.</summary>
    public string? Kind { get; init; }

    /// <summary>The name; null when absent.</summary>
    public string? Name { get; init; }

    /// <summary>The profile to start from; null for the default one.</summary>
    public string? Profile { get; init; }

    /// <summary>Settings of rules everywhere.</summary>
    public IReadOnlyList<RuleSection> Rules { get; init; } = [];

    /// <summary>Settings of rules in some namespaces.</summary>
    public IReadOnlyList<NamespaceDocument> Namespaces { get; init; } = [];

    /// <summary>Exemptions.</summary>
    public IReadOnlyList<ExemptionDocument> Exemptions { get; init; } = [];

    /// <summary>The file as the user named it; null when the policy did not come from one.</summary>
    public string? File { get; init; }
}

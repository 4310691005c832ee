using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>What a rule is: its one name, how bad its findings are, why they matter, what to do, and what it has to see.</summary>
public sealed record RuleDescriptor
{
    /// <summary>The name in kebab case; it names the problem and reads well after "allow". Class, cases and page carry the same name.</summary>
    public required string Name { get; init; }

    /// <summary>The concern under which the rule is listed.</summary>
    public required RuleCategory Category { get; init; }

    /// <summary>The severity of its findings unless the rule says otherwise for one of them.</summary>
    public required Severity Severity { get; init; }

    /// <summary>One line: what is wrong.</summary>
    public required string Summary { get; init; }

    /// <summary>Why that matters in a drain, in a short paragraph.</summary>
    public required string Why { get; init; }

    /// <summary>What to change, in one or two sentences.</summary>
    public required string Fix { get; init; }

    /// <summary>Where the facts come from.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Kinds that must have been looked at; without them the rule is not evaluated.</summary>
    public ResourceKinds Needs { get; init; }

    /// <summary>Whether the rule needs what a running cluster shows (nodes, pods, status) and not only manifests.</summary>
    public bool NeedsCluster { get; init; }

    /// <summary>Whether the rule needs a drain forecast.</summary>
    public bool NeedsForecast { get; init; }

    /// <summary>
    /// Whether the rule also judges objects that are being deleted or whose namespace is; for any other rule they are not applicable.
    /// </summary>
    public bool IncludesDeleted { get; init; }

    /// <summary>Whether a policy must enable the rule.</summary>
    public bool IsOptIn { get; init; }
}

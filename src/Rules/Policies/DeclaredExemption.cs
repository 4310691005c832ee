using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>One rule that an annotation or the policy exempts, and what became of that in an evaluation.</summary>
public sealed record DeclaredExemption : IResource
{
    /// <inheritdoc/>
    public required string ApiVersion { get; init; }

    /// <inheritdoc/>
    public required string Kind { get; init; }

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>The rule's name as written.</summary>
    public required string Rule { get; init; }

    /// <summary>The field that names the rule.</summary>
    public required string Field { get; init; }

    /// <summary>The field that says until when it holds.</summary>
    public required string UntilField { get; init; }

    /// <summary>The end as written; null when there is none.</summary>
    public string? Until { get; init; }

    /// <summary>What is wrong with the declaration itself; null when it can be used.</summary>
    public string? Mistake { get; init; }

    /// <summary>Whether it does not hold any more, or its end cannot be read.</summary>
    public bool HasEnded { get; init; }

    /// <summary>How many findings it covers or would cover if it had not ended.</summary>
    public int Findings { get; init; }

    /// <summary>Why nothing can be said about its use, for example because the rule could not look; null when it can.</summary>
    public string? UseUnknown { get; init; }
}

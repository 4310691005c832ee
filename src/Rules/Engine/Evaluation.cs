namespace RiskAnalyzer.Rules.Engine;

/// <summary>What the engine found, sorted by object, rule and field.</summary>
public sealed record Evaluation
{
    /// <summary>Findings, exempted ones included and marked.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Rules that could not look, each reason once with how many objects it concerns.</summary>
    public required IReadOnlyList<NotEvaluatedRule> NotEvaluated { get; init; }

    /// <summary>Rules that failed on an object.</summary>
    public required IReadOnlyList<FailedRule> Failed { get; init; }

    /// <summary>How many pairs of rule and object ended in each way.</summary>
    public required OutcomeCounts Counts { get; init; }
}

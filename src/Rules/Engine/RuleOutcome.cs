namespace RiskAnalyzer.Rules.Engine;

/// <summary>How a rule ended on an object. Nothing that was not looked at is reported as fine.</summary>
public abstract record RuleOutcome
{
    private RuleOutcome()
    {
    }

    /// <summary>The rule looked, and the object is fine.</summary>
    public static RuleOutcome Passed { get; } = new PassedOutcome();

    /// <summary>The rule is not about this object: another kind, scaled to zero, being deleted.</summary>
    public static RuleOutcome NotApplicable { get; } = new NotApplicableOutcome();

    /// <summary>The rule could not look.</summary>
    /// <param name="reason">What is missing, for example <c>no nodes in the input</c>.</param>
    public static RuleOutcome NotEvaluated(string reason) => new NotEvaluatedOutcome(reason);

    /// <summary>The rule found something.</summary>
    public static RuleOutcome Found(params IReadOnlyList<RuleHit> hits) => hits.Count == 0 ? Passed : new FoundOutcome(hits);

    /// <summary>See <see cref="Passed"/>.</summary>
    public sealed record PassedOutcome : RuleOutcome;

    /// <summary>See <see cref="NotApplicable"/>.</summary>
    public sealed record NotApplicableOutcome : RuleOutcome;

    /// <summary>See <see cref="NotEvaluated"/>.</summary>
    public sealed record NotEvaluatedOutcome(string Reason) : RuleOutcome;

    /// <summary>See <see cref="Found"/>.</summary>
    public sealed record FoundOutcome(IReadOnlyList<RuleHit> Hits) : RuleOutcome;

    /// <summary>The rule threw; made by the engine only.</summary>
    public sealed record FailedOutcome(string How) : RuleOutcome;
}

namespace RiskAnalyzer.Rules.Engine;

/// <summary>A value that a policy may set for a rule. Validation, engine, page and <c>rules explain</c> read this one declaration.</summary>
/// <param name="Name">The name in camel case.</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Unit">The unit, for example <c>seconds</c>; empty for text and switches.</param>
/// <param name="Source">Where the default comes from, or <c>own choice</c>.</param>
public abstract record RuleParameter(string Name, string Summary, string Unit, string Source)
{
    /// <summary>The default as a policy file would write it.</summary>
    public abstract string DefaultText { get; }

    /// <summary>The values that are accepted, in words.</summary>
    public abstract string RangeText { get; }

    /// <summary>Reads a value from a policy file; <paramref name="error"/> says what would be right when it is not accepted.</summary>
    public abstract object? Parse(string text, out string? error);
}

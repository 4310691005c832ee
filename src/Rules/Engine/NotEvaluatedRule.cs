namespace RiskAnalyzer.Rules.Engine;

/// <summary>A rule that could not look.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Reason">What was missing.</param>
/// <param name="Objects">How many objects it concerns; 0 when the whole rule was not run.</param>
public sealed record NotEvaluatedRule(string Rule, string Reason, int Objects);

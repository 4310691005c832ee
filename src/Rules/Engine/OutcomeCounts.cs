namespace RiskAnalyzer.Rules.Engine;

/// <summary>How many pairs of rule and object ended in each way.</summary>
public sealed record OutcomeCounts(int Found, int Passed, int NotApplicable, int NotEvaluated, int Failed);

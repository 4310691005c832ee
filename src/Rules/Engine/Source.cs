namespace RiskAnalyzer.Rules.Engine;

/// <summary>A document that a fact comes from.</summary>
public sealed record Source(string Title, string Address);

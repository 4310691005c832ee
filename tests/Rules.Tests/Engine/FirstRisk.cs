namespace RiskAnalyzer.Rules.Tests.Engine;

/// <summary>The first of two rules.</summary>
internal sealed class FirstRisk : FixedRule;

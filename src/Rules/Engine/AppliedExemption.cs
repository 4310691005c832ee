namespace RiskAnalyzer.Rules.Engine;

/// <summary>An exemption that covers a finding.</summary>
/// <param name="By">What declares it: <c>annotation on Deployment/shop/cart</c> or <c>policy production</c>.</param>
/// <param name="Reason">Why; empty when an annotation gives none.</param>
/// <param name="Owner">Who answers for it; null when not said.</param>
/// <param name="Until">The last day on which it holds; null when it has no end.</param>
public sealed record AppliedExemption(string By, string Reason, string? Owner, DateOnly? Until);

namespace RiskAnalyzer.Model.Resources;

/// <summary>A term with its weight, 1 to 100.</summary>
public sealed record Weighted<T>(int Weight, T Term);

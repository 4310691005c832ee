namespace RiskAnalyzer.Model.Resources;

/// <summary>A condition of a node.</summary>
/// <param name="Type">The type, for example Ready.</param>
/// <param name="Status">True, False or Unknown.</param>
public sealed record NodeCondition(string Type, string Status);

namespace RiskAnalyzer.Model.Resources;

/// <summary>A condition of a node.</summary>
/// <param name="Type">The type, for example Ready.</param>
/// <param name="Status">True, False or Unknown.</param>
/// <param name="Since">When the status last changed; null when not said.</param>
/// <param name="Reason">The reason in one word; null when not said.</param>
public sealed record NodeCondition(string Type, string Status, DateTimeOffset? Since, string? Reason);

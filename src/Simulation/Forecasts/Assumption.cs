namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>A duration that was assumed, and where it comes from.</summary>
/// <param name="Subject">What it is about, for example <c>Deployment/shop/cart shutdown</c>.</param>
/// <param name="Seconds">The value; null when it is a range or no number.</param>
/// <param name="Source">annotation, observed, preStop, conditions, default, plan or profile.</param>
/// <param name="Text">The assumption in words.</param>
public sealed record Assumption(string Subject, double? Seconds, string Source, string Text);

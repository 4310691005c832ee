namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>Three durations in seconds. They are not quantiles: each is the outcome of its own runs.</summary>
/// <param name="Best">Every pod exits at once as far as is known; the luckiest seed.</param>
/// <param name="Expected">With what is known of each pod, in the middle one of the seeds.</param>
/// <param name="Worst">Every pod uses its whole grace period; the unluckiest seed.</param>
public readonly record struct Estimate(double Best, double Expected, double Worst);

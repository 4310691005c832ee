namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>A pod that leaves late.</summary>
/// <param name="Pod">The pod as <c>namespace/name</c>.</param>
/// <param name="Seconds">From the start of the node's drain until it is gone.</param>
/// <param name="Because">What took the time: <c>termination-grace</c>, <c>shutdown</c>, <c>budget</c>, <c>rate-limit</c>.</param>
public sealed record SlowPod(string Pod, double Seconds, string Because);

namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>Pods that are deleted to make room for the replacements of a workload.</summary>
/// <param name="Victim">Their workload as <c>Kind/namespace/name</c>, or <c>bare pods</c>.</param>
/// <param name="Pods">How many, at most, in any expected run.</param>
public sealed record PreemptionForecast(string Victim, int Pods);

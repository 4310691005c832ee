using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>Pods that are deleted to make room for the replacements of a workload.</summary>
/// <param name="Victim">Their workload as <c>Kind/namespace/name</c>; null for pods that no workload owns.</param>
/// <param name="Pods">How many, at most, in any expected run.</param>
public sealed record PreemptionForecast(string? Victim, int Pods)
{
    /// <summary>In words: <c>2 pods of Deployment/batch/filler</c>, <c>1 bare pod</c>.</summary>
    public string InWords => Victim is null ? Counted.Of(Pods, "bare pod") : $"{Counted.Of(Pods, "pod")} of {Victim}";
}

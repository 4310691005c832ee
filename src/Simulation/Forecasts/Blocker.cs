namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>Something that keeps a pod on its node.</summary>
/// <param name="Pod">The pod as <c>namespace/name</c>.</param>
/// <param name="Owner">The topmost workload as <c>Kind/namespace/name</c>; null for a bare pod.</param>
/// <param name="Reason">Why, from a closed set.</param>
/// <param name="Object">The object to change, as <c>Kind/namespace/name</c>.</param>
/// <param name="Message">The numbers, and what would resolve it.</param>
/// <param name="IsForEver">Whether waiting longer would not help.</param>
public sealed record Blocker(string Pod, string? Owner, BlockReason Reason, string Object, string Message, bool IsForEver);

namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>A pod that an orchestrator takes by force.</summary>
/// <param name="Pod">The pod as <c>namespace/name</c>.</param>
/// <param name="Owner">The topmost workload as <c>Kind/namespace/name</c>; null for a bare pod.</param>
/// <param name="How">In which way.</param>
/// <param name="Budget">The budget that is violated, as <c>PodDisruptionBudget/namespace/name</c>; null when none forbids the loss.</param>
public sealed record ForcedPod(string Pod, string? Owner, ForceKind How, string? Budget);

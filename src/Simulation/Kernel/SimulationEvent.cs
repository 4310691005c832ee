namespace RiskAnalyzer.Simulation.Kernel;

/// <summary>Something that happens at an instant.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">To which pod, budget, controller or drain, by number.</param>
/// <param name="Detail">A second number where the kind needs one.</param>
internal readonly record struct SimulationEvent(EventKind Kind, int Subject, int Detail = 0);

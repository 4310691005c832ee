using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>A plan for a cluster, or what is wrong with it.</summary>
/// <param name="Plan">The plan; null when there is a mistake.</param>
/// <param name="Mistakes">All mistakes, one line each, with file, line and path.</param>
public sealed record PlanResolution(MaintenancePlan? Plan, IReadOnlyList<string> Mistakes);

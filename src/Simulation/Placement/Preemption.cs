using System.Collections.Immutable;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Room that the scheduler would make for a pod by deleting others of lower priority.</summary>
/// <param name="Node">The node that the pod is nominated for.</param>
/// <param name="Victims">The pods to delete, most important first.</param>
/// <param name="BudgetViolations">How many of them go against a budget; preemption prefers 0 but does not insist.</param>
public sealed record Preemption(int Node, ImmutableArray<RunningPod> Victims, int BudgetViolations);

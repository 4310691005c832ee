namespace RiskAnalyzer.Simulation.Results;

/// <summary>What happened in one run.</summary>
/// <param name="TotalSeconds">Until the last node's work ended, or the run stopped; infinite when it never ends.</param>
/// <param name="Nodes">The nodes of the plan in its order; null for those that were not reached.</param>
/// <param name="Workloads">By the number of the topmost workload.</param>
internal sealed record RunResult(double TotalSeconds, NodeResult?[] Nodes, WorkloadTally[] Workloads);

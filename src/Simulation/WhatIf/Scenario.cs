using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>What is simulated: a cluster and what is done to it.</summary>
internal sealed record Scenario(ClusterSnapshot Snapshot, MaintenancePlan Plan);

using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Preparation;
using RiskAnalyzer.Simulation.Sequencing;

namespace RiskAnalyzer.Simulation.Tests;

/// <summary>Single runs, for tests that look inside.</summary>
internal static class Runs
{
    public static SimulationInput Prepare(ClusterSnapshot snapshot) =>
        new InputBuilder(snapshot, new PlacementCatalog(snapshot, SchedulerSettings.Default), ObservedHistory.Empty).Build();

    public static SimulationRun New(SimulationInput input, MaintenancePlan plan, RunSettings settings) =>
        new(input, settings, run => Orchestrators.For(run, plan));

    /// <summary>Settings under which only pods take time.</summary>
    public static RunSettings Ideal(ulong seed = 0) => new(DurationMode.Expected, seed, Latencies.None, VolumeTimes.None);
}

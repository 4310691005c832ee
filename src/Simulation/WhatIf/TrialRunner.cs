using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Preparation;
using RiskAnalyzer.Simulation.Results;
using RiskAnalyzer.Simulation.Sequencing;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>Simulates scenarios with a few seeds, always the same ones, so that what chance does cancels out.</summary>
internal sealed class TrialRunner(ForecastOptions options)
{
    // Enough to see what a change does to a workload whose shutdown is drawn; every seed is one more simulation of every candidate.
    private const int MaxSeeds = 4;

    private int Seeds => Math.Min(options.Seeds, MaxSeeds);

    /// <summary>Takes over what was simulated before.</summary>
    public Trial Reuse(Scenario scenario, SimulationInput input, RunSet runs) =>
        new(scenario, input, new([.. runs.Expected.Take(Seeds)], [], [.. runs.Worst.Take(1)]));

    /// <summary>Simulates a scenario; the input is made anew unless an earlier one with the same cluster is given.</summary>
    public Trial Run(Scenario scenario, SimulationInput? input = null)
    {
        input ??= new InputBuilder(scenario.Snapshot, new PlacementCatalog(scenario.Snapshot, options.Scheduler), options.Observed).Build();
        return new(
            scenario,
            input,
            new([.. Enumerable.Range(0, Seeds).Select(seed => Simulate(DurationMode.Expected, seed))], [], [Simulate(DurationMode.Worst, 0)]));

        RunResult Simulate(DurationMode mode, int seed) =>
            new SimulationRun(input, new(mode, (ulong)seed, options.Latencies, options.Volumes), run => Orchestrators.For(run, scenario.Plan)).Execute();
    }

    /// <summary>Simulates what each of these candidates makes of a trial's scenario; null where it does not apply.</summary>
    public IReadOnlyList<(Candidate Candidate, Trial? Trial)> Try(IReadOnlyList<Candidate> candidates, Trial from)
    {
        var results = new (Candidate, Trial?)[candidates.Count];
        options.ForEach(candidates.Count, i => results[i] = (candidates[i], Try(candidates[i], from)));
        return results;
    }

    private Trial? Try(Candidate candidate, Trial from)
    {
        var scenario = candidate.Apply(from.Scenario);
        return scenario is null ? null : Run(scenario, ReferenceEquals(scenario.Snapshot, from.Scenario.Snapshot) ? from.Input : null);
    }
}

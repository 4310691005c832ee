using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Preparation;
using RiskAnalyzer.Simulation.Results;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>A scenario and how it went with a few seeds.</summary>
internal sealed record Trial(Scenario Scenario, SimulationInput Input, RunSet Runs)
{
    private const double AgreementSeconds = 5;

    /// <summary>Whether most expected runs drain every node.</summary>
    public bool Completes => 2 * Runs.Expected.Count(IsComplete) > Runs.Expected.Length;

    /// <summary>Nodes that are drained, mean of the expected runs.</summary>
    public double Drained => Runs.Expected.Average(run => run.Nodes.Count(node => node.Outcome == NodeOutcome.Drained));

    /// <summary>The longest drain of any node in any run.</summary>
    public double LongestDrainSeconds =>
        Runs.Expected.Concat(Runs.Worst).SelectMany(run => run.Nodes).Select(node => node.DrainSeconds).Where(seconds => !double.IsNaN(seconds)).DefaultIfEmpty().Max();

    /// <summary>What the run is expected to take, as exactly as two runs of the same maintenance agree.</summary>
    public double TotalSeconds => Rounded(Runs.Expected.Average(run => run.TotalSeconds));

    /// <summary>Seconds without a Ready pod, of all workloads together, as exactly as above.</summary>
    public double DownSeconds => Rounded(Runs.Expected.Average(run => run.Workloads.Sum(workload => workload.Downtime.TotalSeconds)));

    /// <summary>Seconds that this one takes less than another, mean of the expected runs, seed by seed.</summary>
    public double Saves(Trial other) => Mean(other.Runs.Expected, Runs.Expected);

    /// <summary>The same for the worst case.</summary>
    public double SavesWorst(Trial other) => Mean(other.Runs.Worst, Runs.Worst);

    private static double Rounded(double seconds) => Math.Round(seconds / AgreementSeconds) * AgreementSeconds;

    private static bool IsComplete(RunResult run) => double.IsFinite(run.TotalSeconds) && Array.TrueForAll(run.Nodes, node => node.Outcome == NodeOutcome.Drained);

    private static double Mean(RunResult[] slow, RunResult[] fast) =>
        slow.Zip(fast).Where(pair => IsComplete(pair.First) && IsComplete(pair.Second))
            .Select(pair => pair.First.TotalSeconds - pair.Second.TotalSeconds).DefaultIfEmpty().Average();
}

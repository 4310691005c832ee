using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Results;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>Changes that may make a run shorter: to the workloads that leave last, the budgets that they wait for, the room and the plan.</summary>
internal static class SlowCandidates
{
    private const int MaxWorkloads = 2;
    private const int MaxBudgets = 3;

    public static IEnumerable<Candidate> Of(Trial trial) =>
        Looks(trial).Concat(Budgets(trial)).Concat(Graces(trial)).Concat(Room(trial)).Append(PlanChange.OneMoreAtATime(trial.Scenario.Plan))
            .DistinctBy(candidate => candidate.Key);

    // First, as nothing else saves as much.
    private static IEnumerable<Candidate> Looks(Trial trial) =>
        trial.Scenario.Plan.Profile == OrchestratorProfile.Kured ? [PlanChange.LookMoreOften(trial.Scenario.Plan)] : [];

    private static IEnumerable<Candidate> Budgets(Trial trial) =>
        trial.Runs.Typical.Details.Budgets.Where(pair => pair.Value.CriticalSeconds > 0)
            .OrderByDescending(pair => pair.Value.CriticalSeconds).ThenBy(pair => pair.Key)
            .Select(pair => trial.Input.Budgets[pair.Key]).Where(info => info.Desired > 0).Take(MaxBudgets)
            .Select(info => BudgetChange.OneMore(info, "budget-serialises-drain"));

    // The worst case is dominated by whoever has the longest grace, who may be quick as far as is known.
    private static IEnumerable<Candidate> Graces(Trial trial) =>
        new[] { trial.Runs.Typical, trial.Runs.Worst[0] }.SelectMany(run => Slowest(trial, run).Take(MaxWorkloads));

    private static IEnumerable<Candidate> Slowest(Trial trial, RunResult run) =>
        run.Details.CriticalSeconds.Where(pair => pair.Value > 0)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .SelectMany(pair => GraceCandidates.For(trial, ObjectName.Parse(trial.Input.Workloads[pair.Key].ToString())));

    private static IEnumerable<Candidate> Room(Trial trial) =>
        trial.Runs.Typical.Notes.Values.Any(notes => notes.Pending > 0)
            ? trial.Scenario.Plan.Nodes.Take(1).Select(NodeChange.OneMoreLike)
            : [];
}

using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Adds to a workload's forecast what only few workloads go through.</summary>
internal static class WorkloadReview
{
    public static WorkloadForecast Add(SimulationInput input, RunSet runs, int workload, WorkloadForecast forecast)
    {
        var notes = runs.Expected.Select(run => run.Notes.GetValueOrDefault(workload)).OfType<WorkloadNotes>().ToArray();
        forecast = forecast with { CriticalSeconds = runs.Typical.Details.CriticalSeconds.GetValueOrDefault(workload) };
        return notes.Length == 0 ? forecast : forecast with
        {
            Pending = Pending(runs, workload, notes),
            JobFailure = FailureIn(runs, workload, notes),
            Preempts = [.. Preempts(input, notes)],
            ReturnsToNode = notes.Max(note => note.Returns),
        };
    }

    private static string? FailureIn(RunSet runs, int workload, WorkloadNotes[] notes) =>
        runs.Typical.Notes.GetValueOrDefault(workload)?.JobFailure
        ?? (notes.Select(note => note.JobFailure).FirstOrDefault(failure => failure is not null) is { } other ? $"{other} (in some runs)" : null);

    private static PendingForecast? Pending(RunSet runs, int workload, WorkloadNotes[] notes) =>
        notes.FirstOrDefault(note => note.Pending > 0) is not { } first ? null : new()
        {
            Pods = notes.Max(note => note.Pending),
            Seconds = runs.Estimate(run => run.Notes.GetValueOrDefault(workload)?.PendingSeconds ?? 0),
            IsUntilTheEnd = notes.Any(note => note.IsPendingAtEnd),
            Why = first.PendingBecause,
        };

    private static IEnumerable<PreemptionForecast> Preempts(SimulationInput input, WorkloadNotes[] notes) =>
        notes.SelectMany(note => note.Victims ?? []).GroupBy(pair => pair.Key).OrderBy(group => group.Key)
            .Select(group => new PreemptionForecast(
                group.Key < 0 ? null : input.Workloads[group.Key].ToString(), group.Max(pair => pair.Value)));
}

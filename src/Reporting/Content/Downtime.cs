using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Words about workloads whose pods are evicted.</summary>
internal static class Downtime
{
    /// <summary>The workloads that are without a ready pod for a time, the longest first.</summary>
    public static IReadOnlyList<WorkloadForecast> Of(DrainForecast forecast) =>
    [
        .. forecast.Workloads.Where(IsDown)
            .OrderByDescending(workload => workload.DowntimeSeconds.Expected).ThenByDescending(workload => workload.DowntimeSeconds.Worst),
    ];

    /// <summary>The other workloads, those of most evictions first.</summary>
    public static IReadOnlyList<WorkloadForecast> Others(DrainForecast forecast) =>
        [.. forecast.Workloads.Where(workload => !IsDown(workload)).OrderByDescending(workload => workload.Evictions)];

    /// <summary>Whether a workload loses its last ready pod in any run.</summary>
    public static bool IsDown(WorkloadForecast workload) => workload.LowestReady < 1 && workload.DowntimeSeconds.Worst > 0;

    /// <summary>The evictions of the typical run; a workload without any is evicted in other runs, or loses its pods to a reboot.</summary>
    public static string Evictions(WorkloadForecast workload) => workload switch
    {
        { Evictions: > 0 } => Counted.Of(workload.Evictions, "eviction"),
        { Forced: > 0 } => $"{Counted.Of(workload.Forced, "pod")} taken by force",
        _ => "evicted in some runs only",
    };
}

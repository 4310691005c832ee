using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Sentences about workloads whose Job fails because of its evictions, so that it does not come back.</summary>
public static class FailedJobs
{
    /// <summary>The workloads, in the order of the forecast.</summary>
    public static IReadOnlyList<NamedSentence> Of(DrainForecast forecast) =>
    [
        .. forecast.Workloads.Where(workload => workload.JobFailure is not null)
            .Select(workload => new NamedSentence(workload.Workload, workload.JobFailure!)),
    ];
}

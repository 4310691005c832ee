using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Json;

/// <summary>What happens to one workload, for programs.</summary>
internal static class JsonWorkload
{
    /// <summary>Writes the workload as a value.</summary>
    public static void Write(JsonOutput document, WorkloadForecast workload)
    {
        document.Json.WriteStartObject();
        document.Json.WriteString("workload", workload.Workload);
        document.Json.WriteNumber("evictions", workload.Evictions);
        document.Json.WriteNumber("forced", workload.Forced);
        document.Estimate("downtimeSeconds", workload.DowntimeSeconds);
        document.Json.WriteNumber("lowestReady", workload.LowestReady);
        document.Json.WriteNumber("readyBefore", workload.ReadyBefore);
        document.Seconds("criticalSeconds", workload.CriticalSeconds);
        document.Json.WriteNumber("returnsToNode", workload.ReturnsToNode);
        document.TextOrNull("jobFailure", workload.JobFailure);
        Pending(document, workload.Pending);
        Preempts(document, workload.Preempts);
        document.Json.WriteEndObject();
    }

    private static void Pending(JsonOutput document, PendingForecast? pending)
    {
        if (pending is null)
        {
            document.Json.WriteNull("pending");
            return;
        }

        document.Json.WriteStartObject("pending");
        document.Json.WriteNumber("pods", pending.Pods);
        document.Estimate("seconds", pending.Seconds);
        document.Json.WriteBoolean("untilTheEnd", pending.IsUntilTheEnd);
        document.Json.WriteString("why", pending.Why);
        document.Json.WriteEndObject();
    }

    private static void Preempts(JsonOutput document, IReadOnlyList<PreemptionForecast> preempts)
    {
        document.Objects("preempts", preempts, preempted =>
        {
            document.TextOrNull("workload", preempted.Victim);
            document.Json.WriteNumber("pods", preempted.Pods);
        });
    }
}

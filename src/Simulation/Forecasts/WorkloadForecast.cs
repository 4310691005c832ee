namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>What will happen to one workload.</summary>
public sealed record WorkloadForecast
{
    /// <summary>The workload as <c>Kind/namespace/name</c>.</summary>
    public required string Workload { get; init; }

    /// <summary>Evictions of its pods, rounded mean of the seeds.</summary>
    public required int Evictions { get; init; }

    /// <summary>Seconds during which none of its pods is Ready.</summary>
    public required Estimate DowntimeSeconds { get; init; }

    /// <summary>The fewest Ready pods in any seed.</summary>
    public required int LowestReady { get; init; }

    /// <summary>Ready pods at the start.</summary>
    public required int ReadyBefore { get; init; }
}

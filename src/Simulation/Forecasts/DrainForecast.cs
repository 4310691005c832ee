namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>What a maintenance will do.</summary>
public sealed record DrainForecast
{
    /// <summary>How it ends.</summary>
    public required ForecastOutcome Outcome { get; init; }

    /// <summary>From the start of the first drain to the end of the last node's work.</summary>
    public required Estimate TotalSeconds { get; init; }

    /// <summary>The nodes in the order of the plan.</summary>
    public required IReadOnlyList<NodeForecast> Nodes { get; init; }

    /// <summary>The workloads of which a pod is evicted, by namespace, kind and name.</summary>
    public required IReadOnlyList<WorkloadForecast> Workloads { get; init; }

    /// <summary>Changes that help, the one that saves most first.</summary>
    public IReadOnlyList<ForecastFix> Fixes { get; init; } = [];

    /// <summary>Every duration that was not simply given, with its source.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>What could not be known, because objects were missing; empty when all was there.</summary>
    public IReadOnlyList<string> Unknowns { get; init; } = [];

    /// <summary>Seconds from the start, at the latest, at which the next node may still be started in the window; null without a window.</summary>
    public double? LastSafeStartSeconds { get; init; }

    /// <summary>The length of the window; null without one.</summary>
    public double? WindowSeconds { get; init; }

    /// <summary>The profile that the plan used.</summary>
    public required string Profile { get; init; }
}

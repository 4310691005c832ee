using RiskAnalyzer.Simulation.Plans;

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

    /// <summary>The budgets that make evictions wait, the one that costs most first.</summary>
    public IReadOnlyList<BudgetForecast> Budgets { get; init; } = [];

    /// <summary>Why no fixes were looked for; null when they were.</summary>
    public string? FixesLeftOut { get; init; }

    /// <summary>How it fits its window; null without one.</summary>
    public WindowForecast? Window { get; init; }

    /// <summary>See <see cref="WindowForecast.LastSafeStartSeconds"/>; null without a window.</summary>
    public double? LastSafeStartSeconds => Window?.LastSafeStartSeconds;

    /// <summary>The length of the window; null without one.</summary>
    public double? WindowSeconds => Window?.Seconds;

    /// <summary>What was to be done.</summary>
    public required MaintenancePlan Plan { get; init; }

    /// <summary>The profile that the plan used.</summary>
    public string Profile => PlanText.NameOf(Plan.Profile);
}

namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>What will happen to one workload.</summary>
public sealed record WorkloadForecast
{
    /// <summary>The workload as <c>Kind/namespace/name</c>.</summary>
    public required string Workload { get; init; }

    /// <summary>Evictions of its pods, in the typical run.</summary>
    public required int Evictions { get; init; }

    /// <summary>Its pods that are taken by force, in the typical run; those that are deleted count as evictions, too.</summary>
    public int Forced { get; init; }

    /// <summary>Seconds during which none of its pods is Ready.</summary>
    public required Estimate DowntimeSeconds { get; init; }

    /// <summary>The fewest Ready pods in any seed.</summary>
    public required int LowestReady { get; init; }

    /// <summary>Ready pods at the start.</summary>
    public required int ReadyBefore { get; init; }

    /// <summary>What its pods decide of the drains of all nodes together: the time of each drain whose last pod is one of them.</summary>
    /// <value>Seconds; two workloads whose pods leave together at the end count the same drain.</value>
    public double CriticalSeconds { get; init; }

    /// <summary>Replacements that find no node at first; null when all do.</summary>
    public PendingForecast? Pending { get; init; }

    /// <summary>Why its Job fails, so that it does not come back; null when it does not fail.</summary>
    public string? JobFailure { get; init; }

    /// <summary>Pods of lower priority that give way to its replacements, by workload.</summary>
    public IReadOnlyList<PreemptionForecast> Preempts { get; init; } = [];

    /// <summary>Replacements that are placed on a node that is cordoned, at most in any expected run.</summary>
    public int ReturnsToNode { get; init; }
}

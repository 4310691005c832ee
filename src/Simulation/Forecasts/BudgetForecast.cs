namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>A budget that makes evictions wait.</summary>
public sealed record BudgetForecast
{
    /// <summary>The budget as <c>Kind/namespace/name</c>.</summary>
    public required string Budget { get; init; }

    /// <summary>Nodes on whose drain it refuses an eviction at first.</summary>
    public required int Nodes { get; init; }

    /// <summary>The node on which its pods wait longest for each other.</summary>
    public required string Node { get; init; }

    /// <summary>Its pods that are evicted one after another on that node.</summary>
    public required int Chain { get; init; }

    /// <summary>From the first of these evictions to the last.</summary>
    /// <value>Seconds; what one step takes, times the steps.</value>
    public required double ChainSeconds { get; init; }

    /// <summary>What it adds to the drains of all nodes together, because the last pod to leave had to wait for it.</summary>
    /// <value>Seconds.</value>
    public required double CriticalSeconds { get; init; }
}

namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>What will happen to one node.</summary>
public sealed record NodeForecast
{
    /// <summary>The node.</summary>
    public required string Name { get; init; }

    /// <summary>How its drain ends.</summary>
    public required NodeOutcome Outcome { get; init; }

    /// <summary>The share of seeds, 0 to 1, in which it ends like that.</summary>
    public double OutcomeShare { get; init; } = 1;

    /// <summary>When its drain starts, from the start of the run.</summary>
    public required Estimate StartSeconds { get; init; }

    /// <summary>From the start of its drain to the return of the command.</summary>
    public required Estimate DrainSeconds { get; init; }

    /// <summary>Evictions that are accepted on it, rounded mean of the seeds.</summary>
    public required int Evictions { get; init; }

    /// <summary>What keeps it from being drained.</summary>
    public IReadOnlyList<Blocker> Blockers { get; init; } = [];

    /// <summary>The pods that leave last, slowest first.</summary>
    public IReadOnlyList<SlowPod> Slowest { get; init; } = [];
}

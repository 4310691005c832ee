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

    /// <summary>When its work is over and it takes pods again, from the start of the run; zero throughout when it never is.</summary>
    public Estimate DoneSeconds { get; init; }

    /// <summary>Until when it may be started, from the start of the run, so that it is done when the window closes; null without a window, or
    /// when it is never done.</summary>
    /// <value>Seconds for the best, the expected and the worst case; negative when it needs longer than the window.</value>
    public Estimate? LastSafeStartSeconds { get; init; }

    /// <summary>Evictions that are accepted on it, in the typical run.</summary>
    public required int Evictions { get; init; }

    /// <summary>What keeps it from being drained.</summary>
    public IReadOnlyList<Blocker> Blockers { get; init; } = [];

    /// <summary>The pods that the orchestrator takes by force, in the typical run: budgets are violated, or pods die with their node.</summary>
    public IReadOnlyList<ForcedPod> Forced { get; init; } = [];

    /// <summary>The pods that leave last, slowest first.</summary>
    public IReadOnlyList<SlowPod> Slowest { get; init; } = [];
}

namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>How a whole maintenance ends.</summary>
public enum ForecastOutcome
{
    /// <summary>Every node is drained.</summary>
    Completes,

    /// <summary>It ends before every node is drained.</summary>
    Stops,

    /// <summary>It waits for something that will not happen.</summary>
    NeverEnds,
}

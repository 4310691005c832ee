namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>How a maintenance fits its window. A node counts when its work is over, too, and it takes pods again.</summary>
public sealed record WindowForecast
{
    /// <summary>The length of the window, from the start of the run.</summary>
    /// <value>Seconds, above 0.</value>
    public required double Seconds { get; init; }

    /// <summary>Nodes that are done before the window closes, as expected.</summary>
    public required int NodesThatFit { get; init; }

    /// <summary>Nodes that are done before the window closes in every run, the worst ones included.</summary>
    public required int NodesThatFitWorst { get; init; }

    /// <summary>Until when the next node may still be started, whichever it is, so that it is done when the window closes, as expected.</summary>
    /// <value>Seconds from the start of the run; null when no node can be done in the window at all. Nodes that cannot are left out here.</value>
    public required double? LastSafeStartSeconds { get; init; }

    /// <summary>The same for the worst case.</summary>
    public required double? LastSafeStartWorstSeconds { get; init; }
}

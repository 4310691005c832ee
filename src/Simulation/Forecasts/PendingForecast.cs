namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>Replacements of a workload for which the scheduler finds no node at first.</summary>
public sealed record PendingForecast
{
    /// <summary>How many, at most, in any expected run.</summary>
    public required int Pods { get; init; }

    /// <summary>The longest wait for a node.</summary>
    /// <value>Seconds; up to the end of the run for those that wait until then.</value>
    public required Estimate Seconds { get; init; }

    /// <summary>Whether one still waits when the run ends.</summary>
    public required bool IsUntilTheEnd { get; init; }

    /// <summary>Why no node will do, by reason, the most frequent first.</summary>
    public required string Why { get; init; }
}

namespace RiskAnalyzer.Simulation.Durations;

/// <summary>A latency that lies evenly between two bounds.</summary>
/// <param name="LowSeconds">Seconds, 0 or more.</param>
/// <param name="HighSeconds">Seconds, at least the lower bound.</param>
public readonly record struct LatencyRange(double LowSeconds, double HighSeconds)
{
    /// <summary>Draws one.</summary>
    internal TimeSpan Draw(Kernel.SeededRandom random) =>
        HighSeconds <= 0 ? default : TimeSpan.FromSeconds(LowSeconds + ((HighSeconds - LowSeconds) * random.NextDouble()));
}

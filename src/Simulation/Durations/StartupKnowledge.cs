namespace RiskAnalyzer.Simulation.Durations;

/// <summary>What is known of a replacement's time from bound to Ready.</summary>
/// <param name="BestSeconds">The shortest that fits what was seen.</param>
/// <param name="ExpectedSeconds">The mean of what was seen; infinite when the workload's pods never turn Ready.</param>
/// <param name="WorstSeconds">The longest that fits what was seen.</param>
/// <param name="PendingShare">The share of it, 0 to 1, during which the pod is Pending, so that no budget guards it.</param>
/// <param name="Source">annotation, observed, conditions or default.</param>
internal readonly record struct StartupKnowledge(
    double BestSeconds, double ExpectedSeconds, double WorstSeconds, double PendingShare, string Source)
{
    /// <summary>Seconds from bound to Ready.</summary>
    public double SecondsIn(DurationMode mode) => mode switch
    {
        DurationMode.Best => BestSeconds,
        DurationMode.Worst => WorstSeconds,
        _ => ExpectedSeconds,
    };
}

namespace RiskAnalyzer.Simulation.Durations;

/// <summary>Which of the three answers a run computes.</summary>
internal enum DurationMode
{
    /// <summary>Every pod exits at once as far as is known.</summary>
    Best,

    /// <summary>What is known of each pod.</summary>
    Expected,

    /// <summary>Every pod uses its whole grace period.</summary>
    Worst,
}

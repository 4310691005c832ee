using RiskAnalyzer.Simulation.Durations;

namespace RiskAnalyzer.Simulation.Kernel;

/// <summary>What differs from run to run on the same input.</summary>
/// <param name="Mode">Which of the three answers is computed.</param>
/// <param name="Seed">The seed for everything that reality leaves to chance.</param>
/// <param name="Latencies">How long the machinery takes.</param>
/// <param name="Volumes">How long volumes take to move.</param>
internal sealed record RunSettings(DurationMode Mode, ulong Seed, Latencies Latencies, VolumeTimes Volumes)
{
    /// <summary>Whether it is written down why each node took as long as it did.</summary>
    public bool IsDetailed { get; init; }
}

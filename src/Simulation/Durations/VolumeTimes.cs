namespace RiskAnalyzer.Simulation.Durations;

/// <summary>How long a volume that one node at a time may use takes to leave a node.</summary>
/// <remarks>Attaching is part of a pod's own start, which is learnt from its conditions. The default is an estimate from field reports of
/// 4 to 15 s for a detach (gardener/machine-controller-manager#262, #848), to be replaced by measurements.</remarks>
/// <param name="DetachBestSeconds">Seconds, 0 or more.</param>
/// <param name="DetachExpectedSeconds">Seconds, 0 or more.</param>
/// <param name="DetachWorstSeconds">Seconds, 0 or more.</param>
public sealed record VolumeTimes(double DetachBestSeconds = 0, double DetachExpectedSeconds = 10, double DetachWorstSeconds = 40)
{
    /// <summary>No time at all.</summary>
    public static VolumeTimes None { get; } = new(0, 0, 0);

    internal double SecondsIn(DurationMode mode) => mode switch
    {
        DurationMode.Best => DetachBestSeconds,
        DurationMode.Worst => DetachWorstSeconds,
        _ => DetachExpectedSeconds,
    };
}

namespace RiskAnalyzer.Simulation.Kernel;

/// <summary>Makes durations of seconds that anybody may have written into a manifest.</summary>
internal static class Seconds
{
    // Ten years: no maintenance is longer, and sums stay far from any overflow.
    private const double Most = 3652 * 86_400.0;

    /// <summary>A duration of at least nothing and at most ten years.</summary>
    public static TimeSpan Of(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Most));
}

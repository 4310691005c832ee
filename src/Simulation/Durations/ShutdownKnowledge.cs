namespace RiskAnalyzer.Simulation.Durations;

/// <summary>What is known of a pod's time from the stop signal to its exit.</summary>
/// <param name="Seconds">Seconds if nobody kills it; null when unknown.</param>
/// <param name="Source">annotation, observed or default.</param>
internal readonly record struct ShutdownKnowledge(double? Seconds, string Source)
{
    /// <summary>The share of programs that exit quickly, and within how many seconds.</summary>
    private const double QuickShare = 0.60;
    private const double QuickLow = 0.2;
    private const double QuickHigh = 3;

    /// <summary>The share of programs that finish open requests first, and within how many seconds; the rest ignores the signal.</summary>
    private const double DrainingShare = 0.25;
    private const double DrainingHigh = 15;

    /// <summary>The stated assumption for programs of which nothing is known, in words.</summary>
    public const string DefaultText =
        "of programs whose shutdown is unknown, 60 % exit within 0.2-3 s, 25 % within 3-15 s, and 15 % ignore SIGTERM; drawn per workload and seed";

    /// <summary>Seconds from the signal to the exit if nobody kills the program; infinite when it ignores the signal.</summary>
    /// <param name="mode">Which answer is computed.</param>
    /// <param name="draw">A number from 0 up to 1 that belongs to the workload and the seed.</param>
    public double SecondsIn(DurationMode mode, double draw) => mode switch
    {
        DurationMode.Worst => double.PositiveInfinity,
        _ when Seconds is { } known => known,
        DurationMode.Best => 0,
        _ when draw < QuickShare => QuickLow + ((QuickHigh - QuickLow) * draw / QuickShare),
        _ when draw < QuickShare + DrainingShare => QuickHigh + ((DrainingHigh - QuickHigh) * (draw - QuickShare) / DrainingShare),
        _ => double.PositiveInfinity,
    };
}

using RiskAnalyzer.Simulation.Kernel;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>kured's periods and delays.</summary>
/// <remarks>Source: kubereboot/kured:cmd/kured/main.go (--period 60m, --lock-release-delay 0).</remarks>
internal sealed record RebootLockTiming
{
    /// <summary>Between two looks of one node.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>The first look of each node of the plan; null for times spread evenly by chance.</summary>
    public IReadOnlyList<TimeSpan>? FirstTicks { get; init; }

    /// <summary>From the boot to the uncordon, both ends of the range.</summary>
    public (TimeSpan Low, TimeSpan High) ReleaseDelay { get; init; } = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90));

    /// <summary>When a node looks first.</summary>
    public TimeSpan FirstTick(int index, SeededRandom random) => FirstTicks is null ? random.Between(TimeSpan.Zero, Period) : FirstTicks[index];

    /// <summary>How long a node holds the lock after its boot.</summary>
    public TimeSpan Release(SeededRandom random) => random.Between(ReleaseDelay.Low, ReleaseDelay.High);
}

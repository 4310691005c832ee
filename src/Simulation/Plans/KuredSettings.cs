namespace RiskAnalyzer.Simulation.Plans;

/// <summary>kured's numbers.</summary>
/// <remarks>Source: kubereboot/kured:cmd/kured/main.go and pkg/delaytick.</remarks>
public sealed record KuredSettings
{
    /// <summary>Between two looks of one node (<c>--period</c>).</summary>
    /// <value>Seconds, above 0; default an hour.</value>
    public double PeriodSeconds { get; init; } = 3600;

    /// <summary>How long a node keeps the lock when its work or its attempt is over (<c>--lock-release-delay</c>).</summary>
    /// <value>Seconds, 0 or more; default 0.</value>
    public double LockReleaseDelaySeconds { get; init; }

    /// <summary>Between taking the lock and the drain (<c>--drain-delay</c>).</summary>
    /// <value>Seconds, 0 or more; default 0.</value>
    public double DrainDelaySeconds { get; init; }

    /// <summary>Between the drain and the reboot (<c>--reboot-delay</c>).</summary>
    /// <value>Seconds, 0 or more; default 0.</value>
    public double RebootDelaySeconds { get; init; }

    /// <summary>Whether a node reboots although its drain failed (<c>--force-reboot</c>), with whatever is left on it.</summary>
    public bool ForceReboot { get; init; }

    /// <summary>The shortest time from the boot to the uncordon: the first look of a ticker of a minute.</summary>
    /// <value>Seconds, 0 or more.</value>
    public double ReturnLowSeconds { get; init; } = 30;

    /// <summary>The longest time from the boot to the uncordon.</summary>
    /// <value>Seconds, at least the shortest.</value>
    public double ReturnHighSeconds { get; init; } = 90;

    /// <summary>When each node of the plan looks first, in its order; null when that is not known, so that it is drawn from the period.</summary>
    /// <value>Seconds from the start of the run, 0 or more.</value>
    public IReadOnlyList<double>? FirstLookSeconds { get; init; }
}

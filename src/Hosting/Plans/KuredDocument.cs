namespace RiskAnalyzer.Hosting.Plans;

/// <summary>kured's options as a plan writes them; null where it says nothing.</summary>
public sealed record KuredDocument
{
    /// <value>Seconds, 1 or more.</value>
    public int? PeriodSeconds { get; init; }

    /// <value>Seconds, 0 or more.</value>
    public int? LockReleaseDelaySeconds { get; init; }

    /// <value>Seconds, 0 or more.</value>
    public int? DrainDelaySeconds { get; init; }

    /// <value>Seconds, 0 or more.</value>
    public int? RebootDelaySeconds { get; init; }

    /// <summary>Whether a node reboots although its drain failed.</summary>
    public bool? ForceReboot { get; init; }
}

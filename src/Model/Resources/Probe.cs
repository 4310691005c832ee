namespace RiskAnalyzer.Model.Resources;

/// <summary>The timing of a probe, with the API's defaults filled in.</summary>
/// <remarks>Source: https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/</remarks>
public sealed record Probe
{
    /// <value>Seconds, 0 or more; default 0.</value>
    public int InitialDelaySeconds { get; init; }

    /// <value>Seconds, 1 or more; default 10.</value>
    public int PeriodSeconds { get; init; } = 10;

    /// <value>Seconds, 1 or more; default 1.</value>
    public int TimeoutSeconds { get; init; } = 1;

    /// <value>Count, 1 or more; default 1.</value>
    public int SuccessThreshold { get; init; } = 1;

    /// <value>Count, 1 or more; default 3.</value>
    public int FailureThreshold { get; init; } = 3;

    /// <summary>What the probe does (path, port, command) as compact JSON, so that two probes can be compared.</summary>
    public string Action { get; init; } = "";
}

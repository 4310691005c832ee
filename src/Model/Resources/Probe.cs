namespace RiskAnalyzer.Model.Resources;

/// <summary>What is read of a probe, with the API's default filled in.</summary>
/// <remarks>Source: https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/</remarks>
public sealed record Probe
{
    /// <summary>From the start of the container to the first probe.</summary>
    /// <value>Seconds, 0 or more; default 0.</value>
    public int InitialDelaySeconds { get; init; }
}

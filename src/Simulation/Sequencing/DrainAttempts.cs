using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>The drains that Kubespray tries on one node one after another, numbered from 0: those of the plan, then those of the fallback.</summary>
internal sealed class DrainAttempts(DrainSettings drain, KubespraySettings kubespray)
{
    private readonly DrainSettings _fallback = drain with
    {
        GracePeriodSeconds = kubespray.DrainFallback.GracePeriodSeconds,
        TimeoutSeconds = kubespray.DrainFallback.TimeoutSeconds,
        DisableEviction = true,
    };

    /// <summary>How many there are.</summary>
    public int Count => Regular + (kubespray.DrainFallback.IsEnabled ? kubespray.DrainFallback.Retries + 1 : 0);

    private int Regular => kubespray.DrainRetries + 1;

    /// <summary>How an attempt drains.</summary>
    public DrainSettings this[int attempt] => attempt < Regular ? drain : _fallback;

    /// <summary>The pause before an attempt that is not the first; the fallback follows at once.</summary>
    public double PauseSecondsBefore(int attempt) =>
        attempt < Regular ? kubespray.DrainRetryDelaySeconds
        : attempt == Regular ? 0
        : kubespray.DrainFallback.RetryDelaySeconds;
}

using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Durations;

/// <summary>How long the kubelet takes to end a pod's containers.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/kubelet/kuberuntime/kuberuntime_container.go (killContainer) and
/// kuberuntime_termination_order.go. The hook runs inside the grace period; at least two seconds remain after it.</remarks>
internal static class Termination
{
    /// <summary>What remains at least for a container after its hook, in seconds (minimumGracePeriodInSeconds).</summary>
    private const double MinimumGraceSeconds = 2;

    /// <summary>Seconds from the deletion to the end of the last container.</summary>
    /// <param name="spec">The pod.</param>
    /// <param name="graceSeconds">The grace of the deletion; 0 ends everything at once.</param>
    /// <param name="exitSeconds">From its stop signal to a container's exit if nobody kills it.</param>
    /// <param name="unknownHookSeconds">How long a hook of unknown length is taken to run; it is cut off at the end of the grace.</param>
    public static double Seconds(PodSpec spec, double graceSeconds, Func<Container, double> exitSeconds, double unknownHookSeconds = 0)
    {
        if (graceSeconds <= 0)
        {
            return 0;
        }

        var end = 0.0;
        foreach (var container in spec.Containers)
        {
            end = Math.Max(end, EndOf(container, notBefore: 0));
        }

        // Sidecars are signalled in reverse order, each when all later ones and the main containers have ended.
        for (var i = spec.InitContainers.Length - 1; i >= 0; i--)
        {
            if (spec.InitContainers[i].IsSidecar)
            {
                end = Math.Max(end, EndOf(spec.InitContainers[i], notBefore: end));
            }
        }

        // When the grace runs out while several sidecars wait, their last two seconds run in parallel.
        return Math.Min(end, graceSeconds + MinimumGraceSeconds);

        double EndOf(Container container, double notBefore)
        {
            var hook = Math.Min(container.PreStop is { } preStop ? preStop.SleepSeconds ?? unknownHookSeconds : 0, graceSeconds);
            var signal = Math.Max(hook, Math.Min(notBefore, graceSeconds));
            var remaining = signal <= 0 ? graceSeconds : Math.Max(graceSeconds - Math.Floor(signal), MinimumGraceSeconds);
            return signal + Math.Min(exitSeconds(container), remaining);
        }
    }
}

using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Durations;

/// <summary>Learns from running pods how long their workload takes from bound to Ready.</summary>
internal static class StartupLearner
{
    /// <summary>Conditions carry whole seconds, so that a difference of two is off by up to this much either way.</summary>
    private const double TimestampSeconds = 1;

    /// <summary>The stated assumption when a workload has no pod to learn from, before what its probes ask for.</summary>
    public const double DefaultSeconds = 10;

    /// <summary>The longest start that is assumed when nothing is known; the bound is our own choice.</summary>
    public const double DefaultWorstSeconds = 120;

    /// <summary>What is known of a controller's pods.</summary>
    public static StartupKnowledge Learn(IReadOnlyList<Pod> pods, PodSpec spec, double? statedSeconds, double? observedSeconds)
    {
        var share = PendingShare(pods);
        if (statedSeconds is { } stated)
        {
            return new(stated, stated, stated, share, "annotation");
        }

        if (observedSeconds is { } observed)
        {
            return new(observed, observed, observed, share, "observed");
        }

        var seen = Seen(pods);
        if (seen.Count > 0)
        {
            // A rollout starts its pods together, where they hinder each other; a drain starts few. The lower quartile is nearer to
            // that than the mean, and it does not see a pod that was away and came back, whose Ready condition is late.
            seen.Sort();
            var typical = seen[(seen.Count - 1) / 4];
            var high = seen[(seen.Count - 1) * 3 / 4];
            return new(Math.Max(0, seen[0] - TimestampSeconds), typical, high + TimestampSeconds, share, "conditions");
        }

        return pods.Any(pod => pod.Phase == PodPhase.Running) && !pods.Any(pod => pod.IsReady)
            ? new(Assumed(spec), double.PositiveInfinity, double.PositiveInfinity, share, "conditions")
            : new(TimestampSeconds, Assumed(spec), Math.Max(DefaultWorstSeconds, Assumed(spec)), share, "default");
    }

    private static double Assumed(PodSpec spec) =>
        DefaultSeconds + spec.Containers.Select(c => c.ReadinessProbe?.InitialDelaySeconds ?? 0).DefaultIfEmpty().Max();

    private static List<double> Seen(IReadOnlyList<Pod> pods)
    {
        var steady = new List<double>();
        var restarted = new List<double>();
        foreach (var pod in pods)
        {
            if (pod is { IsReady: true, Ready.Since: { } ready, PodScheduled.Since: { } bound } && ready >= bound)
            {
                var list = pod.ContainerStatuses.Any(status => status.RestartCount > 0) ? restarted : steady;
                list.Add((ready - bound).TotalSeconds);
            }
        }

        return steady.Count > 0 ? steady : restarted;
    }

    private static double PendingShare(IReadOnlyList<Pod> pods)
    {
        foreach (var pod in pods)
        {
            if (pod is { IsReady: true, Ready.Since: { } ready, PodScheduled.Since: { } bound } && ready > bound && RunningSince(pod, ready) is { } running)
            {
                return Math.Clamp((running - bound) / (ready - bound), 0, 1);
            }
        }

        return 1;
    }

    // A container's start is the better sign; where it is not before Ready, Initialized says when the pod stopped being held back.
    private static DateTimeOffset? RunningSince(Pod pod, DateTimeOffset ready)
    {
        var started = pod.ContainerStatuses.Select(status => status.RunningSince).Min();
        return started < ready ? started : pod.Initialized?.Since;
    }
}

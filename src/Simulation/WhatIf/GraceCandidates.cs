using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>Shorter graces for pods that use them up, or may.</summary>
internal static class GraceCandidates
{
    /// <summary>What the API server assumes when a pod says nothing, and enough for a program that handles its signal.</summary>
    /// <remarks>Source: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination</remarks>
    private const int ShortSeconds = 30;

    /// <summary>The candidates for one workload; none when its program is known to need longer, so that a shorter grace would cut it off.</summary>
    public static IEnumerable<Candidate> For(Trial trial, ObjectName workload)
    {
        var classes = trial.Input.Classes
            .Where(c => c.Workload >= 0 && ObjectName.Parse(trial.Input.Workloads[c.Workload].ToString()) == workload).ToArray();
        var sent = trial.Scenario.Plan.Drain.GracePeriodSeconds;
        var grace = sent >= 0 ? sent : classes.Select(c => c.GraceSeconds).DefaultIfEmpty().Max();
        if (grace <= ShortSeconds || Array.Exists(classes, c => NeedsLonger(c, grace)))
        {
            return [];
        }

        return sent >= 0 ? [PlanChange.SendGrace(trial.Scenario.Plan, ShortSeconds)]
            : workload.FindWorkload(trial.Scenario.Snapshot) is { } found ? [PodChange.Grace(found, grace, ShortSeconds)] : [];
    }

    private static bool NeedsLonger(PodClass item, double grace) => item.Shutdown.Seconds > ShortSeconds && item.Shutdown.Seconds < grace;
}

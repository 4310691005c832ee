using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>A node that reboots with pods on it: their containers die, and start again in place when it is back.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/kubelet, which starts what is bound to its node according to its restartPolicy. Pods of DaemonSets
/// and mirror pods go through that at every reboot and are not looked at.</remarks>
internal static class NodeReboot
{
    /// <summary>Kills what is left on a node, which runs again at a later time.</summary>
    public static void Kill(SimulationRun run, int node, TimeSpan upAt)
    {
        foreach (var pod in run.Pods.On(node).Where(IsKilled).ToArray())
        {
            run.Recorder.OnNodeLost(pod, ForceKind.KilledByReboot);
            if (pod.Stage == PodStage.Terminating)
            {
                // The kubelet confirms its end when it is back, if that was not to come earlier.
                run.Pods.EndAt(pod, upAt);
                continue;
            }

            run.Pods.LoseContainers(pod, upAt);
        }
    }

    private static bool IsKilled(SimulatedPod pod) =>
        !pod.HasEnded && pod.Stage is not (PodStage.Finished or PodStage.Gone) && pod.Original is not ({ IsDaemonSetPod: true } or { IsMirror: true });
}

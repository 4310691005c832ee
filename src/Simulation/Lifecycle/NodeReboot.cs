using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>A node that reboots with pods on it: their containers die, and start again in place when it is back, unless they may not or were
/// given up before. Pods of DaemonSets and mirror pods go through that at every reboot and are not looked at.</summary>
/// <remarks>Sources: kubernetes/kubernetes:pkg/kubelet (restartPolicy), pkg/controller/nodelifecycle and plugin/pkg/admission/defaulttolerationseconds.</remarks>
internal static class NodeReboot
{
    /// <summary>How long a node may be away before its pods are deleted: 50 s until it counts as unreachable, and 300 s that pods tolerate
    /// unless they say otherwise.</summary>
    public static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(50 + 300);

    /// <summary>Kills what is left on a node that is back at a later time.</summary>
    public static void Kill(SimulationRun run, int node, TimeSpan upAt)
    {
        foreach (var pod in run.Pods.On(node).Where(IsKilled).ToArray())
        {
            run.Recorder.OnTaken(pod, ForceKind.KilledByReboot);
            if (pod.Stage == PodStage.Terminating)
            {
                // The kubelet confirms its end when it is back, if that was not to come earlier.
                run.Pods.EndAt(pod, upAt);
                continue;
            }

            run.Kubelets.LoseContainers(pod, upAt);
            if (MayRestart(pod))
            {
                run.Kubelets.Start(pod, upAt);
            }
        }
    }

    /// <summary>The node has been away for longer than pods tolerate: they are deleted, and gone when it is back.</summary>
    public static void GiveUp(SimulationRun run, int node)
    {
        foreach (var pod in run.Pods.On(node).Where(pod => pod.IsActive && run.Kubelets.DownUntil(pod) > run.Now).ToArray())
        {
            run.Pods.Delete(pod, pod.Class.GraceSeconds);
        }
    }

    /// <summary>The node is back: pods that may not start again have failed.</summary>
    public static void Return(SimulationRun run, int node)
    {
        foreach (var pod in run.Pods.On(node).Where(pod => pod.IsActive && run.Kubelets.DownUntil(pod) == run.Now && !MayRestart(pod)).ToArray())
        {
            run.Pods.Remove(pod);
        }
    }

    private static bool IsKilled(SimulatedPod pod) =>
        !pod.HasEnded && pod.Stage is not (PodStage.Finished or PodStage.Gone) && pod.Original is not ({ IsDaemonSetPod: true } or { IsMirror: true });

    private static bool MayRestart(SimulatedPod pod) => pod.Class.Spec.RestartPolicy != "Never";
}

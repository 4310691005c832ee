using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>Pods that are still on a node when it is deleted: their objects are collected some time later.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/controller/podgc, which looks every 20 s and waits 40 s.</remarks>
internal static class LostPods
{
    /// <summary>From the end of a node to that of its pods, at most.</summary>
    public static readonly TimeSpan CollectionTime = TimeSpan.FromSeconds(60);

    /// <summary>Writes down those that are lost, of a node that is about to go.</summary>
    public static void Record(SimulationRun run, int node, Func<SimulatedPod, bool> isLost)
    {
        foreach (var pod in run.Pods.On(node).Where(pod => pod.Stage != PodStage.Finished && isLost(pod)))
        {
            run.Recorder.OnTaken(pod, ForceKind.DeletedWithMachine);
        }
    }

    /// <summary>Removes the pods of a node that is gone.</summary>
    public static void Collect(SimulationRun run, int node)
    {
        foreach (var pod in run.Pods.On(node).Where(pod => pod.Original is not ({ IsDaemonSetPod: true } or { IsMirror: true })).ToArray())
        {
            run.Pods.Remove(pod);
        }
    }
}

using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>kubectl's checks, in its order: which pods of a node are evicted, which are left, and which refuse the whole node.</summary>
/// <remarks>Source: kubernetes/kubectl:pkg/drain/filters.go. The first check that does not say "delete" decides.</remarks>
internal static class DrainFilter
{
    public static (List<SimulatedPod> Pods, int DaemonSetLookups, bool IsRefused) Choose(SimulationRun run, int node, DrainSettings settings)
    {
        var chosen = new List<SimulatedPod>();
        var lookups = 0;
        var refused = false;
        foreach (var pod in run.Pods.On(node))
        {
            var isFinished = pod.Stage == PodStage.Finished;
            lookups += pod.Original is { IsDaemonSetPod: true } && !isFinished ? 1 : 0;
            switch (Judge(run, pod, isFinished, settings))
            {
                case null:
                    chosen.Add(pod);
                    break;
                case { } reason when reason != Skip:
                    refused = true;
                    run.Recorder.OnRefused(node, pod, reason);
                    break;
            }
        }

        return (chosen, lookups, refused);
    }

    // A value outside the enumeration's use as a refusal: the pod is left where it is.
    private const BlockReason Skip = (BlockReason)(-1);

    private static BlockReason? Judge(SimulationRun run, SimulatedPod pod, bool isFinished, DrainSettings settings)
    {
        var spec = pod.Class.Spec;
        if (pod.Original is { IsDaemonSetPod: true } && !isFinished)
        {
            var owner = pod.Original.Metadata.Controller!;
            var isKnown = run.Input.Snapshot.InNamespace(pod.Class.Namespace).FindController(owner.Kind, owner.Name) is not null
                || !run.Input.Snapshot.Knows(Model.Snapshots.ResourceKinds.DaemonSets);
            if (isKnown)
            {
                return settings.IgnoreDaemonSets ? Skip : BlockReason.DaemonSet;
            }

            if (!settings.Force)
            {
                return BlockReason.DaemonSet;
            }
        }

        if (pod.Original is { IsMirror: true })
        {
            return Skip;
        }

        if (!isFinished && !settings.DeleteEmptyDirData && spec.Volumes.Any(v => v.Kind is VolumeKind.EmptyDir or VolumeKind.EmptyDirInMemory))
        {
            return BlockReason.LocalStorage;
        }

        return !isFinished && pod.Class.Controller < 0 && !settings.Force ? BlockReason.NoController : null;
    }
}

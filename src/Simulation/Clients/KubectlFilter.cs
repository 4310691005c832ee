using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>kubectl's checks, in its order: which pods of a node are evicted, which are left, and which refuse the whole node.</summary>
/// <remarks>Source: kubernetes/kubectl:pkg/drain/filters.go. The first check that does not say "delete" decides.</remarks>
internal static class KubectlFilter
{
    public static (List<SimulatedPod> Pods, int DaemonSetLookups, bool IsRefused) Choose(SimulationRun run, int node, DrainSettings settings)
    {
        var chosen = new List<SimulatedPod>();
        var lookups = 0;
        var refused = false;
        foreach (var pod in run.Pods.On(node))
        {
            if (settings.PodSelector is { } selector && !selector.Matches(pod.Class.Labels))
            {
                continue;
            }

            var isFinished = pod.Stage == PodStage.Finished;
            lookups += pod.Original is { IsDaemonSetPod: true } && !isFinished ? 1 : 0;
            var (isEvicted, refusal) = Judge(run, pod, isFinished, settings);
            if (isEvicted)
            {
                chosen.Add(pod);
            }
            else if (refusal is { } reason)
            {
                refused = true;
                run.Recorder.OnRefused(node, pod, reason);
            }
        }

        return (chosen, lookups, refused);
    }

    private static Verdict Judge(SimulationRun run, SimulatedPod pod, bool isFinished, DrainSettings settings)
    {
        var spec = pod.Class.Spec;
        if (pod.Original is { IsDaemonSetPod: true } && !isFinished)
        {
            var owner = pod.Original.Metadata.Controller!;
            var isKnown = run.Input.Snapshot.InNamespace(pod.Class.Namespace).FindController(owner.Kind, owner.Name) is not null
                || !run.Input.Snapshot.Knows(ResourceKinds.DaemonSets);
            if (isKnown)
            {
                return settings.IgnoreDaemonSets ? Verdict.Leave : Verdict.Refuse(BlockReason.DaemonSet);
            }

            if (!settings.Force)
            {
                return Verdict.Refuse(BlockReason.DaemonSet);
            }
        }

        if (pod.Original is { IsMirror: true })
        {
            return Verdict.Leave;
        }

        if (!isFinished && !settings.DeleteEmptyDirData && spec.Volumes.Any(v => v.Kind is VolumeKind.EmptyDir or VolumeKind.EmptyDirInMemory))
        {
            return Verdict.Refuse(BlockReason.LocalStorage);
        }

        return !isFinished && pod.Class.Controller < 0 && !settings.Force ? Verdict.Refuse(BlockReason.NoController) : Verdict.Evict;
    }

    private readonly record struct Verdict(bool IsEvicted, BlockReason? Refusal)
    {
        public static Verdict Evict { get; } = new(true, null);

        public static Verdict Leave { get; } = new(false, null);

        public static Verdict Refuse(BlockReason reason) => new(false, reason);
    }
}

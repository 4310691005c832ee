using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>What the cluster-autoscaler does with the pods of a node that it wants to remove: some keep it from doing so.</summary>
/// <remarks>Source: kubernetes/autoscaler:cluster-autoscaler/simulator/drainability/rules (their order in rules.go) and
/// cluster-autoscaler/core/scaledown/actuation/drain.go (podsToEvict).</remarks>
internal static class AutoscalerFilter
{
    private const string SafeToEvict = "cluster-autoscaler.kubernetes.io/safe-to-evict";
    private const string SafeVolumes = "cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes";

    /// <summary>Whether a pod is evicted; those of DaemonSets are too, but nobody waits for them.</summary>
    public static bool IsEvicted(SimulatedPod pod) => pod.Stage is not (PodStage.Finished or PodStage.Gone) && pod.Original is not { IsMirror: true };

    /// <summary>Why a pod keeps its node; null when it does not. Its budgets are not looked at.</summary>
    public static BlockReason? Refusal(SimulatedPod pod, DrainSettings drain, ClusterAutoscalerSettings settings)
    {
        if (!IsEvicted(pod) || pod.Original is { IsDaemonSetPod: true } || pod.Stage == PodStage.Terminating || pod.Class.Annotations.Find(SafeToEvict) == "true")
        {
            return null;
        }

        var isKept = pod.Class.Controller < 0 || pod.Class.Annotations.Find(SafeToEvict) == "false"
            || (settings.SkipNodesWithSystemPods && pod.Class is { Namespace: "kube-system", Budgets.Length: 0 });
        return isKept ? BlockReason.KeepsNode
            : !drain.DeleteEmptyDirData && HasLocalStorage(pod) ? BlockReason.LocalStorage
            : null;
    }

    /// <summary>Why a pod keeps its node (<see cref="BlockReason.KeepsNode"/>), in words.</summary>
    public static string WhyItKeeps(SimulatedPod pod) =>
        pod.Class.Controller < 0 ? $"has no controller, so that the autoscaler does not remove its node; give it one, or annotate it with {SafeToEvict}: true"
        : pod.Class.Annotations.Find(SafeToEvict) is { } value ? $"keeps the autoscaler from removing its node ({SafeToEvict}: {value})"
        : "is of kube-system and has no budget, so that the autoscaler does not remove its node (skipNodesWithSystemPods)";

    private static bool HasLocalStorage(SimulatedPod pod)
    {
        var safe = pod.Class.Annotations.Find(SafeVolumes)?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        return pod.Class.Spec.Volumes.Any(volume => volume.Kind is VolumeKind.EmptyDir or VolumeKind.HostPath && !safe.Contains(volume.Name, StringComparer.Ordinal));
    }
}

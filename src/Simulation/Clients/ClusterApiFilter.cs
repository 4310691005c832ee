using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>What Cluster API does with a pod of a machine that is drained. Rules of the management cluster (MachineDrainRule) are not known.</summary>
/// <remarks>Source: kubernetes-sigs/cluster-api:core/reconcilers/machine/drain/filters.go (daemonSetFilter, mirrorPodFilter,
/// drainLabelFilter); dash and case do not matter.</remarks>
internal static class ClusterApiFilter
{
    private const string Key = "cluster.x-k8s.io/drain";

    /// <summary>Whether the machine waits for the pod to leave: not for a mirror, one whose label says so, or one of a DaemonSet that is there
    /// and has not finished. A DaemonSet of another API group is never there, as it is looked for among those of apps.</summary>
    public static bool IsWaitedFor(SimulationRun run, SimulatedPod pod) => pod.Original is not { IsMirror: true } && !Says(pod, "skip") && !IsOfDaemonSet(run, pod);

    /// <summary>Whether the pod is not evicted but waited for until its object is gone, whatever its phase.</summary>
    public static bool WaitsForEnd(SimulatedPod pod) => Says(pod, "waitcompleted");

    private static bool IsOfDaemonSet(SimulationRun run, SimulatedPod pod) =>
        pod is { Stage: not PodStage.Finished, Original.Metadata.Controller: { Kind: "DaemonSet" } owner }
        && (run.Input.Snapshot.InNamespace(pod.Class.Namespace).FindController(owner.Kind, owner.Name) is not null
            || (owner.Group == "apps" && !run.Input.Snapshot.Knows(ResourceKinds.DaemonSets)));

    private static bool Says(SimulatedPod pod, string behaviour) =>
        pod.Class.Labels.Find(Key) is { } value
        && string.Equals(value.Replace("-", "", StringComparison.Ordinal), behaviour, StringComparison.OrdinalIgnoreCase);
}

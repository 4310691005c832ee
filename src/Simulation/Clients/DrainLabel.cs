using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>What Cluster API does with a pod of a machine that is drained.</summary>
/// <remarks>Source: kubernetes-sigs/cluster-api:api/core/v1beta2/machinedrainrules_types.go; dash and case do not matter.</remarks>
internal static class DrainLabel
{
    private const string Key = "cluster.x-k8s.io/drain";

    /// <summary>Whether the machine waits for the pod to leave: not for a DaemonSet's, a mirror, or one whose label says so.</summary>
    public static bool IsDrained(SimulatedPod pod) =>
        pod.Original is not ({ IsMirror: true } or { Metadata.Controller.Kind: "DaemonSet" }) && !Says(pod, "skip");

    /// <summary>Whether the pod is not evicted but waited for until it ends by itself.</summary>
    public static bool WaitsForEnd(SimulatedPod pod) => Says(pod, "waitcompleted");

    private static bool Says(SimulatedPod pod, string behaviour) =>
        pod.Class.Labels.Find(Key) is { } value
        && string.Equals(value.Replace("-", "", StringComparison.Ordinal), behaviour, StringComparison.OrdinalIgnoreCase);
}

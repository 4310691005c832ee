using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>Pages that several rules about drains refer to.</summary>
internal static class DrainSources
{
    public static Source SafelyDrain { get; } = new("Safely drain a node", "https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/");

    public static Source KubectlDrain { get; } = new("kubectl drain", "https://kubernetes.io/docs/reference/kubectl/generated/kubectl_drain/");

    public static Source PodTermination { get; } = new(
        "Pod lifecycle: termination", "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination");

    public static Source Preemption { get; } = new(
        "Pod priority and preemption", "https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/");

    public static Source Assignment { get; } = new(
        "Assigning pods to nodes", "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/");
}

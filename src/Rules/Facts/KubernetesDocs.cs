using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>Pages that several rules name as their source.</summary>
internal static class KubernetesDocs
{
    /// <summary>What budgets are and how they round.</summary>
    public static Source ConfigureBudget { get; } =
        new("Specifying a Disruption Budget for your Application", "https://kubernetes.io/docs/tasks/run-application/configure-pdb/");

    /// <summary>Voluntary and involuntary disruptions.</summary>
    public static Source Disruptions { get; } = new("Disruptions", "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/");

    /// <summary>How an eviction is decided.</summary>
    public static Source Eviction { get; } =
        new("API-initiated Eviction", "https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/");

    /// <summary>Spread constraints and the cluster's defaults.</summary>
    public static Source Spread { get; } = new(
        "Pod Topology Spread Constraints", "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/");

    /// <summary>Access modes and the binding of claims.</summary>
    public static Source PersistentVolumes { get; } = new("Persistent Volumes", "https://kubernetes.io/docs/concepts/storage/persistent-volumes/");

    /// <summary>The disruption controller.</summary>
    public static Source DisruptionController { get; } = new(
        "Disruption controller", "https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/disruption/disruption.go");
}

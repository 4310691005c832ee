namespace RiskAnalyzer.Simulation.Plans;

/// <summary>The cluster-autoscaler's numbers.</summary>
/// <remarks>Source: kubernetes/autoscaler:cluster-autoscaler/config/flags/flags.go.</remarks>
public sealed record ClusterAutoscalerSettings
{
    /// <summary>How long the eviction of a pod is tried (<c>--max-pod-eviction-time</c>).</summary>
    /// <value>Seconds, 0 or more; default 120.</value>
    public double MaxPodEvictionSeconds { get; init; } = 120;

    /// <summary>The most grace that a pod gets (<c>--max-graceful-termination-sec</c>).</summary>
    /// <value>Seconds, 0 or more; default 600.</value>
    public double MaxGracefulTerminationSeconds { get; init; } = 600;

    /// <summary>Whether a pod of kube-system without a budget keeps its node (<c>--skip-nodes-with-system-pods</c>); default yes.</summary>
    public bool SkipNodesWithSystemPods { get; init; } = true;
}

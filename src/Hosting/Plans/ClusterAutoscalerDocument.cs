namespace RiskAnalyzer.Hosting.Plans;

/// <summary>What a plan says of the cluster-autoscaler; null where it says nothing.</summary>
public sealed record ClusterAutoscalerDocument
{
    /// <value>Seconds, 0 or more.</value>
    public int? MaxPodEvictionSeconds { get; init; }

    /// <value>Seconds, 0 or more.</value>
    public int? MaxGracefulTerminationSeconds { get; init; }

    /// <summary>Whether a pod of kube-system without a budget keeps its node.</summary>
    public bool? SkipNodesWithSystemPods { get; init; }
}

namespace RiskAnalyzer.Simulation.Plans;

/// <summary>Karpenter's numbers.</summary>
/// <remarks>Source: kubernetes-sigs/karpenter:pkg/apis/v1/nodeclaim.go and pkg/controllers/node/termination.</remarks>
public sealed record KarpenterSettings
{
    /// <summary>How long a node may take to drain before its pods are deleted by force (<c>terminationGracePeriod</c> of its NodePool).</summary>
    /// <value>Seconds, 0 or more; null for no limit, the default.</value>
    public double? TerminationGracePeriodSeconds { get; init; }

    /// <summary>From the end of the drain to the end of the instance, apart from its volumes.</summary>
    /// <value>Seconds, 0 or more. Our own estimate, as no source gives one; it depends on the infrastructure.</value>
    public double InstanceTerminationSeconds { get; init; } = 60;
}

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>What a plan says of Karpenter; null where it says nothing.</summary>
public sealed record KarpenterDocument
{
    /// <value>Seconds, 0 or more.</value>
    public int? TerminationGracePeriodSeconds { get; init; }

    /// <value>Seconds, 0 or more.</value>
    public int? InstanceTerminationSeconds { get; init; }
}

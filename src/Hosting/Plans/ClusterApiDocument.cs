namespace RiskAnalyzer.Hosting.Plans;

/// <summary>What a plan says of the Machines of Cluster API; null where it says nothing.</summary>
public sealed record ClusterApiDocument
{
    /// <value>Seconds, 0 or more.</value>
    public int? MachineDeletionSeconds { get; init; }
}

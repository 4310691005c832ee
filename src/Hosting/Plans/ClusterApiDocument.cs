namespace RiskAnalyzer.Hosting.Plans;

/// <summary>What a plan says of the Machines of Cluster API; null where it says nothing.</summary>
public sealed record ClusterApiDocument
{
    /// <value>Seconds, 0 or more.</value>
    public int? MachineDeletionSeconds { get; init; }

    /// <value>Seconds; 0 for no limit.</value>
    public int? NodeVolumeDetachTimeoutSeconds { get; init; }

    /// <summary>The MachineDrainRules that apply to the machines.</summary>
    public IReadOnlyList<DrainRuleDocument>? DrainRules { get; init; }
}

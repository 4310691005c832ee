namespace RiskAnalyzer.Simulation.Plans;

/// <summary>Cluster API's numbers.</summary>
/// <remarks>Source: kubernetes-sigs/cluster-api, the machine controller (drainRetryInterval, waitForVolumeDetachRetryInterval).</remarks>
public sealed record ClusterApiSettings
{
    /// <summary>Between two looks at a machine that is drained or whose volumes are awaited.</summary>
    /// <value>Seconds, above 0.</value>
    public double ReconcileSeconds { get; init; } = 20;

    /// <summary>From the end of the drain to the end of the Machine, apart from its volumes.</summary>
    /// <value>Seconds, 0 or more. Our own estimate, as no source gives one; it depends on the infrastructure.</value>
    public double MachineDeletionSeconds { get; init; } = 60;

    /// <summary>How long the volumes of a drained machine are waited for (<c>spec.deletion.nodeVolumeDetachTimeoutSeconds</c>).</summary>
    /// <value>Seconds; 0, the default, for no limit.</value>
    public double NodeVolumeDetachTimeoutSeconds { get; init; }

    /// <summary>What the management cluster says of single pods; none unless the plan tells.</summary>
    public IReadOnlyList<DrainRule> DrainRules { get; init; } = [];
}

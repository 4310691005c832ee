namespace RiskAnalyzer.Simulation.Plans;

/// <summary>What Cluster API does with a pod of a machine that is drained.</summary>
public enum DrainBehavior
{
    /// <summary>Evict it.</summary>
    Drain,

    /// <summary>Leave it.</summary>
    Skip,

    /// <summary>Leave it alone, but wait until it is gone.</summary>
    WaitCompleted,
}

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>Where a pod is in its life.</summary>
internal enum PodStage : byte
{
    /// <summary>Not bound to a node.</summary>
    Unscheduled,

    /// <summary>Bound, but no container has run: phase Pending, which no budget guards.</summary>
    Pending,

    /// <summary>Running and not Ready.</summary>
    Running,

    /// <summary>Ready.</summary>
    Ready,

    /// <summary>Ended by itself; only its object remains.</summary>
    Finished,

    /// <summary>Being deleted.</summary>
    Terminating,

    /// <summary>Its object is gone.</summary>
    Gone,
}

namespace RiskAnalyzer.Model.Resources;

/// <summary>The phase of a pod.</summary>
public enum PodPhase
{
    /// <summary>Not bound, or not all containers have started once. Also what a pod without status (a manifest) reads as.</summary>
    Pending,

    /// <summary>Bound, and at least one container has started.</summary>
    Running,

    /// <summary>All containers ended well.</summary>
    Succeeded,

    /// <summary>All containers ended and one of them badly.</summary>
    Failed,

    /// <summary>The node cannot be asked.</summary>
    Unknown,
}

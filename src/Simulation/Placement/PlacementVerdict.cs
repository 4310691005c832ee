namespace RiskAnalyzer.Simulation.Placement;

/// <summary>What became of an attempt to place a pod.</summary>
public enum PlacementVerdict
{
    /// <summary>A node was chosen.</summary>
    Placed,

    /// <summary>Every node was checked and none will do: the pod stays Pending.</summary>
    Unschedulable,

    /// <summary>A scheduling gate keeps the pod from the scheduler.</summary>
    Gated,

    /// <summary>An input is missing on which the answer depends.</summary>
    Unknown,
}

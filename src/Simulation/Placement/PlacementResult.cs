namespace RiskAnalyzer.Simulation.Placement;

/// <summary>The answer to an attempt to place a pod.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Node">
/// The node chosen, -1 when there is none. An unknown verdict names the node that would be chosen if what is missing made no difference.
/// </param>
/// <param name="Why">What is missing or in the way when the verdict is unknown or gated; null otherwise.</param>
public readonly record struct PlacementResult(PlacementVerdict Verdict, int Node, string? Why = null)
{
    /// <summary>No node will do.</summary>
    public static PlacementResult Unschedulable { get; } = new(PlacementVerdict.Unschedulable, -1);

    /// <summary>Whether a node was chosen for certain.</summary>
    public bool IsPlaced => Verdict == PlacementVerdict.Placed;
}

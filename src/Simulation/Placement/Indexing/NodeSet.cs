namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Nodes that take part in a count; nodes that were removed never do.</summary>
/// <param name="Keys">Topology keys that the nodes carry, by number.</param>
/// <param name="Rules">Node rules that they meet, by number.</param>
/// <param name="Tolerations">Tolerations that cover their hard taints, by number; -1 where taints do not matter.</param>
internal sealed record NodeSet(int[] Keys, int[] Rules, int Tolerations)
{
    /// <summary>The number of the set of all nodes.</summary>
    public const int Everywhere = 0;
}

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>A number of pods, or a sum of their weights, that is kept for each domain.</summary>
/// <param name="Key">The topology key by number, <see cref="ByNode"/> or <see cref="WholeCluster"/>.</param>
/// <param name="Nodes">The nodes whose pods count, by the number of their <see cref="NodeSet"/>.</param>
/// <param name="LeavesOutTerminating">Whether pods whose deletion has begun do not count.</param>
internal readonly record struct Counter(int Key, int Nodes, bool LeavesOutTerminating)
{
    /// <summary>In place of a key: every node is a domain of its own, with or without labels.</summary>
    public const int ByNode = -1;

    /// <summary>In place of a key: there is one domain, number 0.</summary>
    public const int WholeCluster = -2;
}

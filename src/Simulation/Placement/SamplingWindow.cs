namespace RiskAnalyzer.Simulation.Placement;

/// <summary>How many feasible nodes end the scheduler's search in a large cluster.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/schedule_one.go (numFeasibleNodesToFind)</remarks>
internal static class SamplingWindow
{
    /// <summary>Clusters below this many nodes are always searched in full, and no search ends below it.</summary>
    public const int MinimumNodes = 100;

    private const ulong StartSalt = 0x57A2;
    private const int MinimumPercent = 5;
    private const int StartPercent = 50;
    private const int NodesPerPercent = 125;

    /// <summary>The number of feasible nodes to find.</summary>
    /// <param name="nodes">Nodes in the cluster.</param>
    /// <param name="configuredPercent">percentageOfNodesToScore, 0 for the built-in rule.</param>
    public static int FeasibleNodesToFind(int nodes, int configuredPercent)
    {
        if (nodes < MinimumNodes || configuredPercent >= 100)
        {
            return nodes;
        }

        var percent = configuredPercent > 0 ? configuredPercent : Math.Max(MinimumPercent, StartPercent - (nodes / NodesPerPercent));
        return Math.Max(MinimumNodes, nodes * percent / 100);
    }

    /// <summary>Where the search starts: drawn for each pod, at a multiple of 64.</summary>
    /// <remarks>
    /// The scheduler goes on where the last search ended. Over the many pods of a drain that comes to the same, and a drawn start keeps
    /// the placement of one pod from depending on how often others were tried.
    /// </remarks>
    public static int Start(ulong seed, int nodes) =>
        nodes < MinimumNodes ? 0 : (int)(TieBreak.Lot(seed, StartSalt) % (ulong)((nodes + 63) / 64)) * 64;
}

using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Placement;

/// <summary>A placement looks again only at nodes that changed. That is counted, as time says little on a busy machine.</summary>
public sealed class PlacementWorkTests
{
    private const int Nodes = 120;

    // A node that changes is looked at once for each of the 20 different requests of the cluster at most; a scan would look at all nodes.
    private const int MostLooksPerPod = 20;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void The_maintenance_of_all_nodes_takes_few_looks_at_nodes_for_each_pod(int constrainedOfTen)
    {
        var snapshot = new SyntheticCluster { Nodes = Nodes, PodsPerNode = 12, ConstrainedOfTen = constrainedOfTen }.Read();
        var input = Runs.Prepare(snapshot);
        var run = Runs.New(input, TestPlans.Default(snapshot), Runs.Ideal());

        var result = run.Execute();

        Assert.True(Array.TrueForAll(result.Nodes, node => node.Outcome == NodeOutcome.Drained));
        Assert.InRange((double)run.Scheduler.State.Evaluations / input.Pods.Length, 1, MostLooksPerPod);
    }
}

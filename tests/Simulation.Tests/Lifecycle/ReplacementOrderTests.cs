using System.Text.Json.Nodes;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Tests.Scenarios;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Lifecycle;

/// <summary>When a StatefulSet makes its pods again (drain-semantics §9.3, C23, C24 and C29).</summary>
public sealed class ReplacementOrderTests
{
    [Theory]
    [InlineData("OrderedReady", false)]
    [InlineData("Parallel", true)]
    public void A_lower_ordinal_that_is_not_ready_holds_up_a_higher_one_only_in_order(string policy, bool isMade)
    {
        var run = Execute(new()
        {
            Name = "db",
            Kind = "StatefulSet",
            At = "b:crashing c a",
            Stops = 5,
            Starts = 12,
            Object = new() { ["spec"] = new JsonObject { ["podManagementPolicy"] = policy } },
        });

        Assert.Null(run.Pods.Find(2));
        Assert.Equal(isMade ? [5.0] : [], Made(run).Select(pod => pod.BoundAt.TotalSeconds));
    }

    [Fact]
    public void A_higher_ordinal_waits_until_the_lower_one_is_available()
    {
        var run = Execute(new()
        {
            Name = "db",
            Kind = "StatefulSet",
            At = "a a",
            Stops = 5,
            Starts = 12,
            Object = new() { ["spec"] = new JsonObject { ["minReadySeconds"] = 60 } },
        });

        Assert.Equal([(0, 5.0), (1, 77.0)], Made(run).Select(pod => (pod.Ordinal, pod.BoundAt.TotalSeconds)));
    }

    [Fact]
    public void A_lower_ordinal_that_is_being_deleted_holds_up_a_higher_one()
    {
        var run = Execute(new()
        {
            Name = "db",
            Kind = "StatefulSet",
            At = "b:terminating=25 a",
            Stops = 5,
            Starts = 12,
            Grace = 20,
        });

        Assert.Equal([(0, 10.0), (1, 22.0)], Made(run).Select(pod => (pod.Ordinal, pod.BoundAt.TotalSeconds)));
    }

    [Theory]
    [InlineData("b:starting", new[] { 12.0 })]
    [InlineData("b", new double[0])]
    public void A_rollout_goes_on_when_one_is_under_way(string first, double[] made)
    {
        var run = Execute(new() { Name = "db", Kind = "StatefulSet", At = first, Replicas = 2, Stops = 5, Starts = 12 });

        Assert.Equal(made, Made(run).Select(pod => pod.BoundAt.TotalSeconds));
    }

    private static IEnumerable<SimulatedPod> Made(SimulationRun run)
    {
        for (var id = run.Input.Pods.Length; id < run.Pods.Count; id++)
        {
            yield return run.Pods.Find(id)!;
        }
    }

    private static SimulationRun Execute(WorkloadSketch workload)
    {
        var cluster = new ClusterSketch { Nodes = [new() { Name = "a" }, new() { Name = "b" }, new() { Name = "c" }], Workloads = [workload] };
        var run = Runs.New(Runs.Prepare(cluster.Read()), new ScenarioPlan { Work = 200 }.Resolve(), Runs.Ideal());
        _ = run.Execute();
        return run;
    }
}

using System.Text.Json.Nodes;
using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Sequencing;

/// <summary>The maintenance of all nodes of a cluster, one at a time (scheduling-semantics §11, R1 to R3).</summary>
public sealed class RollingTests
{
    private const int Seeds = 20;

    [Fact]
    public void Equal_pods_on_three_nodes_move_sixteen_times_and_leave_the_last_node_empty()
    {
        var cluster = EqualPods(nodes: 3, podsOnEach: 4);

        Assert.All(Enumerable.Range(0, Seeds), seed => Assert.Equal((16, "6 6 0"), Roll(cluster, seed)));
    }

    [Fact]
    public void Equal_pods_on_ten_nodes_move_little_more_than_once()
    {
        var cluster = EqualPods(nodes: 10, podsOnEach: 30);
        var rounds = Enumerable.Range(0, Seeds).Select(seed => Roll(cluster, seed)).ToArray();

        Assert.InRange(rounds.Average(round => round.Evictions), 330.5, 332.5);
        Assert.All(rounds, round => Assert.EndsWith(" 0", round.Left, StringComparison.Ordinal));
    }

    [Fact]
    public void Under_hard_spread_each_replica_waits_for_its_own_node()
    {
        var spread = new JsonObject
        {
            ["maxSkew"] = 1,
            ["topologyKey"] = "kubernetes.io/hostname",
            ["whenUnsatisfiable"] = "DoNotSchedule",
            ["labelSelector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["app"] = "web" } },
        };
        var cluster = new ClusterSketch
        {
            Nodes = [new() { Name = "n1" }, new() { Name = "n2" }, new() { Name = "n3" }],
            Workloads = [new() { Name = "web", At = "n1 n2 n3", Stops = 5, Starts = 12, Spec = new() { ["topologySpreadConstraints"] = new JsonArray(spread) } }],
        };
        var snapshot = cluster.Read();

        var forecast = DrainForecaster.Run(snapshot, Plan(snapshot, work: 120), new() { Seeds = 1, Latencies = Latencies.None, WhatIf = false });

        Assert.Equal((3, "1 1 1"), Roll(cluster, seed: 0, work: 120));
        Assert.Equal((3, 125.0), (forecast.Workloads[0].Pending!.Pods, forecast.Workloads[0].Pending!.Seconds.Expected));
        Assert.False(forecast.Workloads[0].Pending!.IsUntilTheEnd);
    }

    private static ClusterSketch EqualPods(int nodes, int podsOnEach) => new()
    {
        Nodes = [.. Enumerable.Range(1, nodes).Select(node => new NodeSketch { Name = $"n{node:00}", CpuMilli = 4000, MaxPods = 110 })],
        Workloads =
        [
            new()
            {
                Name = "web",
                At = string.Join(' ', Enumerable.Range(0, nodes * podsOnEach).Select(pod => $"n{(pod % nodes) + 1:00}")),
                Stops = 1,
                Starts = 1,
                Spec = new()
                {
                    ["containers"] = new JsonArray(new JsonObject
                    {
                        ["name"] = "main",
                        ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["cpu"] = "50m", ["memory"] = "256Mi" } },
                    }),
                },
            },
        ],
    };

    // Evictions, and how many pods are on each node at the end.
    private static (int Evictions, string Left) Roll(ClusterSketch cluster, int seed, double work = 10)
    {
        var snapshot = cluster.Read();
        var run = Runs.New(Runs.Prepare(snapshot), Plan(snapshot, work), Runs.Ideal((ulong)seed));
        var result = run.Execute();
        var left = snapshot.Nodes.Select(node => run.Pods.On(run.Input.Placement.IndexOf(node.Metadata.Name)).Count);
        return (result.Nodes.Sum(node => node.Evictions), string.Join(' ', left));
    }

    private static MaintenancePlan Plan(Model.Snapshots.ClusterSnapshot snapshot, double work) => TestPlans.Default(snapshot) with { NodeWorkSeconds = work };
}

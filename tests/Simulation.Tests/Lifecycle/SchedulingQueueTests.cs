using System.Text.Json.Nodes;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Lifecycle;

/// <summary>In which order pods are placed decides who finds room (scheduling-semantics §11, F15 to F17).</summary>
public sealed class SchedulingQueueTests
{
    [Theory]
    [InlineData("1000 1000 3000", 1)]
    [InlineData("1000 3000 1000", 0)]
    [InlineData("3000 1000 1000", 0)]
    [InlineData("1000 1000 3000!", 0)]
    public void A_large_pod_finds_no_room_behind_small_ones_that_spread_unless_it_comes_first(string queue, int left) =>
        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal(left, Waiting(queue, (ulong)seed)));

    // Of the six orders of two small pods and a large one, those with the large one last leave it waiting: two, a third.
    private static int Waiting(string queue, ulong seed)
    {
        var snapshot = new ClusterSketch
        {
            Nodes = [Node("n1"), Node("n2")],
            Workloads = [.. queue.Split(' ').Select((text, place) => Pod($"p{place}", text))],
        }.Read();
        var run = Runs.New(Runs.Prepare(snapshot), TestPlans.Default(snapshot) with { Nodes = [] }, Runs.Ideal(seed));
        run.Start();
        run.Scheduler.ScheduleAll();
        return run.Scheduler.Waiting.Count;
    }

    private static NodeSketch Node(string name) => new() { Name = name, CpuMilli = 3000, Object = new() { ["status"] = new JsonObject { ["allocatable"] = new JsonObject { ["memory"] = "16Gi" } } } };

    private static WorkloadSketch Pod(string name, string cpu) => new()
    {
        Name = name,
        Kind = "Pod",
        At = "-",
        Spec = new()
        {
            ["priority"] = cpu.EndsWith('!') ? 1000 : 0,
            ["containers"] = new JsonArray(new JsonObject
            {
                ["name"] = "main",
                ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["cpu"] = $"{cpu.TrimEnd('!')}m", ["memory"] = "1Gi" } },
            }),
        },
    };
}

using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Clients;

/// <summary>In which order the pods of a node come to the client's rate limiter.</summary>
public sealed class EvictionOrderTests
{
    private const int Seeds = 60;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(28)]
    public void Every_goroutine_comes_once(int count) =>
        Assert.All(Orders(count), order => Assert.Equal(Enumerable.Range(0, count), order.Order()));

    [Fact]
    public void The_last_one_comes_first_and_the_others_in_order_or_one_half_beside_the_other()
    {
        const int Count = 28;
        var orders = Orders(Count).ToArray();

        Assert.Contains(orders, order => order.SequenceEqual(Enumerable.Range(0, Count - 1).Prepend(Count - 1)));
        Assert.Contains(orders, order => order[..5].Any(item => item is > Count / 2 and < Count - 1));
        Assert.All(orders, order =>
        {
            Assert.Equal(Enumerable.Range(0, Count / 2), order.Where(item => item < Count / 2));
            Assert.Equal(Enumerable.Range(Count / 2, (Count / 2) - 1).Prepend(Count - 1), order.Where(item => item >= Count / 2));
        });
    }

    [Fact]
    public void A_replacement_is_listed_among_the_pods_of_its_workload()
    {
        var snapshot = new ClusterSketch
        {
            Nodes = [new() { Name = "a" }, new() { Name = "b" }],
            Workloads = [new() { Name = "api", At = "a a" }, new() { Name = "db", Kind = "StatefulSet", At = "a a a" }, new() { Name = "web", At = "a a" }],
        }.Read();
        var run = Runs.New(Runs.Prepare(snapshot), TestPlans.Default(snapshot), Runs.Ideal());
        run.Start();
        var pods = run.Pods.On(run.Input.Placement.IndexOf("a")).ToArray();
        var made = pods.Select(pod => run.Pods.Create(pod.Class, pod.Ordinal)).ToArray();

        var listed = ListOrder.Of(run, [.. made, .. pods]);

        Assert.Equal(
            Enumerable.Repeat("api", 4).Concat(Enumerable.Repeat("db", 6)).Concat(Enumerable.Repeat("web", 4)),
            listed.Select(pod => run.Input.Workloads[pod.Class.Workload].Name));
        Assert.Equal([0, 0, 1, 1, 2, 2], listed.Where(pod => pod.Ordinal >= 0).Select(pod => pod.Ordinal));
    }

    private static IEnumerable<int[]> Orders(int count) =>
        Enumerable.Range(0, Seeds).Select(seed => GoroutineOrder.Of([.. Enumerable.Range(0, count)], new SeededRandom((ulong)seed)));
}

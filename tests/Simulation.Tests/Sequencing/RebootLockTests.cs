using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Sequencing;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Sequencing;

/// <summary>How long a round of kured takes when its nodes look at times that nobody knows.</summary>
public sealed class RebootLockTests
{
    private const int Rounds = 1500;
    private const double Minute = 60;

    // From the first start to the last release, by simulation with fixed, evenly spread phases (drain-semantics §6.1, period 60 min).
    [Theory]
    [InlineData(3, 10, 79, 117)]
    [InlineData(5, 5, 94, 133)]
    [InlineData(5, 10, 129, 176)]
    [InlineData(5, 15, 160, 209)]
    [InlineData(10, 10, 230, 295)]
    [InlineData(20, 10, 400, 485)]
    public void A_round_waits_for_the_lock_most_of_the_time(int nodes, int cycleMinutes, double meanMinutes, double ninthDecileMinutes)
    {
        var rounds = Simulate(nodes, cycleMinutes * Minute);

        Assert.Equal(meanMinutes, rounds.Average() / Minute, tolerance: 0.04 * meanMinutes);
        Assert.Equal(ninthDecileMinutes, rounds.Order().ElementAt(Rounds * 9 / 10) / Minute, tolerance: 0.05 * ninthDecileMinutes);
    }

    // D12 of seed-requirements: the wait between starts is a fraction of the period that grows as fewer nodes are left, and nine periods at most.
    // With a cycle of a minute the waits are nearly all there is; nodes that look while the lock is held lose a period, so the mean is a little higher.
    [Fact]
    public void Ten_nodes_wait_for_two_hours_on_average_and_for_nine_at_most()
    {
        var waits = Simulate(10, Minute).Select(seconds => seconds - (10 * Minute)).ToArray();

        // An evenly spread round of short cycles ends within one period; the page's sum of 60 x (1/2 + ... + 1/10) = 116 min draws every wait anew.
        Assert.InRange(waits.Average() / Minute, 45, 116);
        Assert.InRange(waits.Max() / Minute, 45, 9 * 60);
    }

    [Fact]
    public void Looks_that_a_busy_node_missed_come_at_once_but_no_more_than_two()
    {
        var looks = new LookTimes(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
        Assert.Equal(5, looks.Next(TimeSpan.Zero).TotalSeconds);

        looks.WasBusy(TimeSpan.FromSeconds(47));

        Assert.Equal([47, 47, 55, 65], [.. Enumerable.Range(0, 4).Select(_ => looks.Next(TimeSpan.FromSeconds(47)).TotalSeconds)]);
    }

    [Fact]
    public void A_node_that_was_free_all_the_time_keeps_to_its_looks()
    {
        var looks = new LookTimes(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
        _ = looks.Next(TimeSpan.Zero);

        Assert.Equal(35, looks.Next(TimeSpan.FromSeconds(31)).TotalSeconds);
        Assert.Equal(45, looks.Next(TimeSpan.FromSeconds(35)).TotalSeconds);
    }

    private static double[] Simulate(int nodes, double cycleSeconds)
    {
        var names = Enumerable.Range(0, nodes).Select(i => $"node-{i}").ToArray();
        var input = Runs.Prepare(new ClusterSketch { Nodes = [.. names.Select(name => new NodeSketch { Name = name })] }.Read());
        var plan = new MaintenancePlan
        {
            Profile = OrchestratorProfile.Kured,
            Nodes = names,
            Drain = ProfileDefaults.For(OrchestratorProfile.Kured).Drain,
            NodeWorkSeconds = cycleSeconds,
            Kured = new() { ReturnLowSeconds = 0, ReturnHighSeconds = 0 },
        };
        return
        [
            .. Enumerable.Range(0, Rounds).Select(seed =>
            {
                var result = Runs.New(input, plan, Runs.Ideal((ulong)seed)).Execute();
                return result.TotalSeconds - result.Nodes.Min(node => node.StartSeconds);
            }),
        ];
    }
}

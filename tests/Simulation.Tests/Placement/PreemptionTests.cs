using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Simulation.Tests.Placement;

/// <summary>Who gives way to a pod that fits nowhere, in examples that were worked out by hand.</summary>
public sealed class PreemptionTests
{
    private const int Draws = 20;

    private static readonly Lazy<IReadOnlyList<PlacementCase>> Cases = new(() => PlacementCase.In("preemptions"));

    public static TheoryData<string> Names => [.. Cases.Value.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pods_give_way_as_worked_out(string name)
    {
        var example = Cases.Value.Single(each => each.Name == name);
        var snapshot = example.Read();
        var input = Runs.Prepare(snapshot);
        for (var seed = 0; seed < Draws; seed++)
        {
            var run = Runs.New(input, TestPlans.Default(snapshot) with { Nodes = [] }, Runs.Ideal((ulong)seed));
            run.Start();
            run.Scheduler.ScheduleAll();
            var nominated = Assert.Single(run.Scheduler.Waiting).Nominated;

            var node = nominated < 0 ? "" : run.Scheduler.State.NodeName(nominated);
            Assert.Contains(node, example.Preempts.Split(' '));
        }
    }
}

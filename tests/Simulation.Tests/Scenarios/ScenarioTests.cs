using RiskAnalyzer.Simulation.Durations;

namespace RiskAnalyzer.Simulation.Tests.Scenarios;

/// <summary>Runs the scenarios beside this file without any latency, so that their seconds are exact.</summary>
public sealed class ScenarioTests
{
    private static readonly string[] Files =
    [
        "termination", "filters", "budgets", "clients", "kured", "kubespray", "cluster-api", "system-upgrade-controller", "machine-config-operator",
        "karpenter", "cluster-autoscaler", "durations", "pathological",
    ];

    public static TheoryData<string, string> All => [.. Files.SelectMany(file => Scenario.In(file).Select(scenario => (file, scenario.Name)))];

    [Theory]
    [MemberData(nameof(All))]
    public void It_comes_as_worked_out(string file, string name)
    {
        var scenario = Scenario.In(file).Single(scenario => scenario.Name == name);

        var forecast = DrainForecaster.Run(scenario.Cluster.Read(), scenario.Plan.Resolve(), new()
        {
            Seeds = 1,
            Latencies = Latencies.None,
            Volumes = new(scenario.Detach, scenario.Detach, scenario.Detach),
        });

        Assert.Empty(scenario.Expect.Contradictions(forecast));
    }
}

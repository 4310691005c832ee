using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Tests.Scenarios;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Invariants;

/// <summary>A maintenance of a random cluster: some of its nodes in any order, under any profile.</summary>
internal static class RandomPlan
{
    private const int FewSeconds = 30;

    public static MaintenancePlan Of(int seed, ClusterSketch cluster)
    {
        var random = new Random(~seed);
        var names = cluster.Nodes.Select(node => node.Name).ToArray();
        random.Shuffle(names);
        var profiles = PlanText.ProfileNames;
        return new ScenarioPlan
        {
            Profile = profiles[seed % profiles.Count],
            Nodes = string.Join(' ', names.Take(random.Next(1, names.Length + 1))),
            Concurrency = (seed / profiles.Count % 3) + 1,
            Work = random.Next(0, FewSeconds),
            Grace = random.Next(3) == 0 ? random.Next(0, FewSeconds) : null,
            Timeout = random.Next(3) == 0 ? 0 : random.Next(1, 4 * FewSeconds),
            Force = random.Next(4) > 0,
            Continue = random.Next(2) == 0,
            Uncordon = random.Next(5) > 0,
            Kured = new() { PeriodSeconds = 2 * FewSeconds, ReturnLowSeconds = 1, ReturnHighSeconds = 3 },
        }.Resolve();
    }
}

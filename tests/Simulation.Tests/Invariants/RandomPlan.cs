using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Tests.Scenarios;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Invariants;

/// <summary>A maintenance of a random cluster: some of its nodes in any order, under any profile.</summary>
internal static class RandomPlan
{
    private const int FewSeconds = 30;

    // Longer than pods tolerate that their node is away.
    private const int LongSeconds = 400;

    public static MaintenancePlan Of(int seed, ClusterSketch cluster, IReadOnlyList<string> profiles)
    {
        var random = new Random(~seed);
        var names = cluster.Nodes.Select(node => node.Name).ToArray();
        random.Shuffle(names);
        var plan = new ScenarioPlan
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
            Kured = new()
            {
                PeriodSeconds = 2 * FewSeconds,
                ReturnLowSeconds = 1,
                ReturnHighSeconds = 3,
                ForceReboot = random.Next(2) == 0,
                DrainDelaySeconds = 2 * random.Next(2),
                RebootDelaySeconds = 3 * random.Next(2),
            },
            Kubespray = new()
            {
                DrainRetries = random.Next(3),
                DrainFallback = new() { IsEnabled = random.Next(2) == 0, GracePeriodSeconds = random.Next(-1, FewSeconds), TimeoutSeconds = FewSeconds, Retries = random.Next(2) },
            },
            ClusterApi = new() { NodeVolumeDetachTimeoutSeconds = 2 * FewSeconds * random.Next(2), DrainRules = [Rule("w1"), Rule("w2")] },
        };
        return (random.Next(6) == 0 ? plan with { Work = LongSeconds } : plan).Resolve();

        DrainRule Rule(string app) =>
            new() { Name = app, Pods = SelectorText.Parse($"app={app}", out _)!, Behavior = DrainBehavior.Drain, Order = random.Next(-1, 2) };
    }
}

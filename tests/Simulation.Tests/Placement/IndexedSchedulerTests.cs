using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Simulation.Tests.Placement;

/// <summary>The scheduler with its sums and caches gives the answers of the naive one, which computes everything each time.</summary>
public sealed class IndexedSchedulerTests
{
    private const int Steps = 60;

    private static readonly SchedulerSettings[] Settings =
    [
        SchedulerSettings.Default,
        new() { KubernetesMinor = 35, PercentageOfNodesToScore = 60, HardPodAffinityWeight = 30 },
        new() { PrefersFullNodes = true, IgnoredResources = ["example.com/gpu"], HardPodAffinityWeight = 0 },
        new() { DefaultSpread = DefaultSpread.List(new TopologySpreadConstraint { TopologyKey = "kubernetes.io/hostname", MaxSkew = 1, IsHard = true }) },
    ];

    [Fact]
    public void Every_answer_is_that_of_the_naive_scheduler()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            Run(seed);
        }
    }

    private static int Seeds => int.TryParse(Environment.GetEnvironmentVariable("RISKANALYZER_TEST_SEEDS"), out var seeds) ? seeds : 60;

    private static void Run(int seed)
    {
        try
        {
            var pair = new SchedulerPair(new RandomCluster(seed).Read(), Settings[seed % Settings.Length], seed);
            for (var i = 0; i < Steps; i++)
            {
                pair.Step();
            }

            pair.CompareAll();
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"seed {seed}", exception);
        }
    }
}

using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>The runs of a forecast, by the answer that they compute.</summary>
internal sealed class RunSet(RunResult[] expected, RunResult[] best, RunResult[] worst)
{
    private readonly RunResult[] _likely = EndingAsMost(expected);

    /// <summary>The runs of the expected answer.</summary>
    public RunResult[] Expected => expected;

    /// <summary>The runs of the worst case.</summary>
    public RunResult[] Worst => worst;

    /// <summary>Of the runs that end as most do, the one in the middle by what their drains take. All that is expected comes from it, so that
    /// it adds up, and may happen as it stands; a mean of chances lies where no run ends.</summary>
    public RunResult Typical => field ??= Middle(_likely);

    /// <summary>The estimate of a number: that of the typical run, between the extremes of all runs.</summary>
    /// <param name="of">The number in a run; NaN where the run has none.</param>
    public Estimate Estimate(Func<RunResult, double> of)
    {
        var likely = of(Typical);
        if (double.IsNaN(likely))
        {
            return default;
        }

        var all = Numbers([.. expected, .. best, .. worst], of);
        return new(all.Min(), likely, all.Max());
    }

    private static double[] Numbers(IEnumerable<RunResult> runs, Func<RunResult, double> of) =>
        [.. runs.Select(of).Where(number => !double.IsNaN(number))];

    private static RunResult[] EndingAsMost(RunResult[] runs) =>
    [
        .. runs.GroupBy(Ending, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .First(),
    ];

    private static RunResult Middle(RunResult[] runs) => runs.OrderBy(DrainSeconds).ElementAt((runs.Length - 1) / 2);

    private static double DrainSeconds(RunResult run) =>
        run.Nodes.Sum(node => double.IsFinite(node.DrainSeconds) ? node.DrainSeconds : 0);

    // Whether a drain ever ends is part of how a run ends, so that runs that end never stand for runs that do not.
    private static string Ending(RunResult run) =>
        string.Concat(run.Nodes.Select(node => (char)((double.IsInfinity(node.DrainSeconds) ? 'A' : 'a') + (int)node.Outcome)));
}

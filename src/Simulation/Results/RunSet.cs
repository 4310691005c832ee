namespace RiskAnalyzer.Simulation.Results;

/// <summary>The runs of a forecast, by the answer that they compute.</summary>
internal sealed record RunSet(RunResult[] Expected, RunResult[] Best, RunResult[] Worst)
{
    /// <summary>The expected run: of those that end as most do, the one in the middle by the time that its drains take.</summary>
    public RunResult Typical { get; } = Middle(Expected);

    /// <summary>The estimate of a number: the typical run's, between the extremes of all runs.</summary>
    /// <param name="of">The number in a run; NaN where the run has none.</param>
    public Forecasts.Estimate Estimate(Func<RunResult, double> of)
    {
        var all = Expected.Concat(Best).Concat(Worst).Select(of).Where(number => !double.IsNaN(number)).ToArray();
        var typical = of(Typical);
        return all.Length == 0 || double.IsNaN(typical) ? default : new(all.Min(), typical, all.Max());
    }

    private static RunResult Middle(RunResult[] runs)
    {
        var alike = runs.GroupBy(Ending, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First();
        var sorted = alike.OrderBy(run => run.Nodes.Sum(node => node?.DrainSeconds ?? 0)).ToArray();
        return sorted[(sorted.Length - 1) / 2];
    }

    private static string Ending(RunResult run) =>
        string.Concat(run.Nodes.Select(node => (char)('a' + (int)(node?.Outcome ?? Forecasts.NodeOutcome.NotReached))));
}

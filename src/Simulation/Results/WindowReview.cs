using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Says how nodes fit a window.</summary>
internal static class WindowReview
{
    /// <summary>Until when a node may be started so that it is done in a window; null without a window, or when it is never done.</summary>
    public static Estimate? LastSafeStart(RunSet runs, int index, double? windowSeconds)
    {
        if (windowSeconds is not { } window || double.IsNaN(runs.Typical.Nodes[index].DoneSeconds))
        {
            return null;
        }

        var needs = runs.Estimate(run => run.Nodes[index].DoneSeconds - run.Nodes[index].StartSeconds);
        return new(window - needs.Best, window - needs.Expected, window - needs.Worst);
    }

    /// <summary>How all nodes fit a window; null without one.</summary>
    public static WindowForecast? Of(RunSet runs, IReadOnlyList<NodeForecast> nodes, double? windowSeconds) => windowSeconds is not { } window ? null : new()
    {
        Seconds = window,
        NodesThatFit = Fitting(runs.Typical, window),
        NodesThatFitWorst = runs.Expected.Concat(runs.Worst).Min(run => Fitting(run, window)),
        LastSafeStartSeconds = Earliest(nodes, last => last.Expected),
        LastSafeStartWorstSeconds = Earliest(nodes, last => last.Worst),
    };

    private static int Fitting(RunResult run, double window) => run.Nodes.Count(node => node.DoneSeconds <= window);

    // A node that needs longer than the whole window says so itself; it does not speak for the others.
    private static double? Earliest(IReadOnlyList<NodeForecast> nodes, Func<Estimate, double> of) =>
        nodes.Where(node => node.LastSafeStartSeconds is not null).Select(node => of(node.LastSafeStartSeconds!.Value))
            .Where(last => last >= 0).Select(last => (double?)last).Min();
}

using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Sentences about what takes the time of a maintenance, and about replacements that wait for a place.</summary>
public static class TimeSinks
{
    private const int MostOfEach = 3;

    /// <summary>The slowest nodes and the budgets that make evictions wait, at most three of each.</summary>
    public static IReadOnlyList<NamedSentence> Of(DrainForecast forecast) =>
    [
        .. SlowNode.Of(forecast).Select(slow => new NamedSentence(slow.Node.Name, slow.Sentence)),
        .. forecast.Budgets.Where(budget => budget.CriticalSeconds > 0).Take(MostOfEach).Select(budget => new NamedSentence(
            budget.Budget,
            $"{Chain(budget)}; adds {DurationText.Of(budget.CriticalSeconds)} to all drains")),
    ];

    /// <summary>The workloads whose replacements find no node at once, the longest wait first, or only a cordoned one, or push others out.</summary>
    public static IReadOnlyList<NamedSentence> Homeless(DrainForecast forecast) =>
    [
        .. forecast.Workloads.Where(workload => workload.Pending is not null)
            .OrderByDescending(workload => workload.Pending!.IsUntilTheEnd).ThenByDescending(workload => workload.Pending!.Seconds.Expected)
            .Select(workload => new NamedSentence(workload.Workload, Sentence(workload.Pending!))),
        .. forecast.Workloads.Where(workload => workload.ReturnsToNode > 0).Select(workload => new NamedSentence(
            workload.Workload, $"{Counted.Of(workload.ReturnsToNode, "replacement")} placed on a cordoned node, to be moved again")),
        .. forecast.Workloads.Where(workload => workload.Preempts.Count > 0).Select(workload => new NamedSentence(
            workload.Workload, $"its replacements push out {string.Join(", ", workload.Preempts.Select(preempted => preempted.InWords))}")),
    ];

    private static string Chain(BudgetForecast budget) => budget.Chain > 1
        ? $"lets {budget.Chain} pods on {budget.Node} go only one after another, in {DurationText.Of(budget.ChainSeconds)}"
        : $"makes evictions on {budget.Node} wait";

    private static string Sentence(PendingForecast pending)
    {
        var wait = pending.IsUntilTheEnd ? "until the end" : $"for {DurationText.Of(pending.Seconds)}";
        return $"{Counted.Of(pending.Pods, "replacement")} without a node {wait}: {pending.Why}";
    }
}

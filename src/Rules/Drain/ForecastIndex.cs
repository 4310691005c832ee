using System.Runtime.CompilerServices;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>What a forecast says, by the objects that it names.</summary>
internal sealed class ForecastIndex
{
    // Every rule asks about every object; the index lives as long as the forecast.
    private static readonly ConditionalWeakTable<DrainForecast, ForecastIndex> Known = [];

    private readonly Dictionary<string, WorkloadForecast> _workloads;
    private readonly Dictionary<string, BudgetForecast> _budgets;
    private readonly Dictionary<string, int> _nodes;
    private readonly ILookup<string, BlockedPod> _blockers;

    private ForecastIndex(DrainForecast forecast)
    {
        _workloads = forecast.Workloads.ToDictionary(workload => workload.Workload, StringComparer.Ordinal);
        _budgets = forecast.Budgets.ToDictionary(budget => budget.Budget, StringComparer.Ordinal);
        _nodes = Enumerable.Range(0, forecast.Nodes.Count).ToDictionary(i => forecast.Nodes[i].Name, StringComparer.Ordinal);
        _blockers = forecast.Nodes.SelectMany(node => node.Blockers.Select(blocker => new BlockedPod(node.Name, blocker)))
            .ToLookup(blocked => blocked.Subject, StringComparer.Ordinal);
        DrainSeconds = forecast.Nodes.Where(node => double.IsFinite(node.DrainSeconds.Expected)).Sum(node => node.DrainSeconds.Expected);
    }

    /// <summary>The time that all drains together are expected to take.</summary>
    public double DrainSeconds { get; }

    public static ForecastIndex Of(DrainForecast forecast) => Known.GetValue(forecast, made => new(made));

    /// <summary>What happens to a workload, by reference; null when none of its pods is evicted.</summary>
    public WorkloadForecast? Workload(string reference) => _workloads.GetValueOrDefault(reference);

    /// <summary>How a budget makes evictions wait, by reference; null when it does not.</summary>
    public BudgetForecast? Budget(string reference) => _budgets.GetValueOrDefault(reference);

    /// <summary>The position of a node in the plan; null when it is not in it.</summary>
    public int? Position(string node) => _nodes.TryGetValue(node, out var position) ? position : null;

    /// <summary>The blockers for which an object is to be changed.</summary>
    public IReadOnlyList<BlockedPod> Blockers(string reference) => [.. _blockers[reference]];
}

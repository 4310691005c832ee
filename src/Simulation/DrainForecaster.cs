using System.Globalization;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Preparation;
using RiskAnalyzer.Simulation.Results;
using RiskAnalyzer.Simulation.Sequencing;
using RiskAnalyzer.Simulation.WhatIf;

namespace RiskAnalyzer.Simulation;

/// <summary>Forecasts a maintenance: the same snapshot, plan and options give the same forecast, byte for byte.</summary>
public static class DrainForecaster
{
    /// <summary>One best and one worst run are made for so many seeds: they are bounds and vary less.</summary>
    private const int SeedsPerBound = 4;

    /// <summary>Runs the plan on the snapshot.</summary>
    /// <param name="snapshot">The cluster before the maintenance.</param>
    /// <param name="plan">What is to be done; its nodes must exist in the snapshot.</param>
    /// <param name="options">How the forecast is made.</param>
    /// <exception cref="ArgumentException">A node of the plan is not in the snapshot.</exception>
    public static DrainForecast Run(ClusterSnapshot snapshot, MaintenancePlan plan, ForecastOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Seeds, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Concurrency, 1, nameof(plan));
        var missing = plan.Nodes.Where(node => snapshot.FindNode(node) is null).ToArray();
        if (missing.Length > 0)
        {
            throw new ArgumentException($"not in the snapshot: {string.Join(", ", missing)}", nameof(plan));
        }

        var input = Prepare(snapshot, options);
        var runs = Runs(input, plan, options);
        var forecast = ForecastBuilder.Build(input, plan, runs);
        return !options.WhatIf ? forecast
            : input.Pods.Length > options.WhatIfMaxPods ? forecast with { FixesLeftOut = TooLarge(input.Pods.Length, options.WhatIfMaxPods) }
            : forecast with { Fixes = new WhatIfSearch(options).Find(new(snapshot, plan), input, runs) };
    }

    private static string TooLarge(int pods, int most) => string.Create(
        CultureInfo.InvariantCulture, $"each change would be simulated, and {pods:N0} pods are more than the {most:N0} up to which that is done unasked");

    private static SimulationInput Prepare(ClusterSnapshot snapshot, ForecastOptions options)
    {
        var placement = new PlacementCatalog(snapshot, options.Scheduler);
        return new InputBuilder(snapshot, placement, options.Observed).Build();
    }

    private static RunSet Runs(SimulationInput input, MaintenancePlan plan, ForecastOptions options)
    {
        var bounds = Math.Max(1, options.Seeds / SeedsPerBound);
        var settings = Enumerable.Range(0, options.Seeds).Select(seed => (DurationMode.Expected, seed))
            .Concat(Enumerable.Range(0, bounds).Select(seed => (DurationMode.Best, seed)))
            .Concat(Enumerable.Range(0, bounds).Select(seed => (DurationMode.Worst, seed)))
            .Select(pair => new RunSettings(pair.Item1, (ulong)pair.seed, options.Latencies, options.Volumes)
            {
                // The only expected run is the one in the middle.
                IsDetailed = options.Seeds == 1 && pair.Item1 == DurationMode.Expected,
            })
            .ToArray();
        var results = new RunResult[settings.Length];
        options.ForEach(settings.Length, i => results[i] = new SimulationRun(input, settings[i], run => Orchestrators.For(run, plan)).Execute());
        return new(
            [.. results.Take(options.Seeds)],
            [.. results.Skip(options.Seeds).Take(bounds)],
            [.. results.Skip(options.Seeds + bounds)]);
    }
}

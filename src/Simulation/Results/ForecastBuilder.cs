using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Joins the runs into one forecast.</summary>
internal static class ForecastBuilder
{
    public static DrainForecast Build(SimulationInput input, MaintenancePlan plan, RunSet runs)
    {
        var nodes = plan.Nodes.Select((name, index) => Node(name, index, runs)).ToArray();
        return new()
        {
            Outcome = OutcomeOf(nodes),
            TotalSeconds = runs.Estimate(run => run.TotalSeconds),
            Nodes = nodes,
            Workloads = [.. Workloads(input, runs)],
            Assumptions = AssumptionList.Of(input),
            Unknowns = input.Placement.Unknowns,
            WindowSeconds = plan.WindowSeconds,
            Profile = PlanText.NameOf(plan.Profile),
        };
    }

    private static ForecastOutcome OutcomeOf(NodeForecast[] nodes)
    {
        if (nodes.Any(node => node.Outcome == NodeOutcome.Blocked && double.IsInfinity(node.DrainSeconds.Expected)))
        {
            return ForecastOutcome.NeverEnds;
        }

        return nodes.All(node => node.Outcome == NodeOutcome.Drained) ? ForecastOutcome.Completes : ForecastOutcome.Stops;
    }

    private static NodeForecast Node(string name, int index, RunSet runs)
    {
        var typical = runs.Typical.Nodes[index];
        var outcome = typical?.Outcome ?? NodeOutcome.NotReached;
        return new()
        {
            Name = name,
            Outcome = outcome,
            OutcomeShare = runs.Expected.Count(run => (run.Nodes[index]?.Outcome ?? NodeOutcome.NotReached) == outcome) / (double)runs.Expected.Length,
            StartSeconds = runs.Estimate(run => run.Nodes[index]?.StartSeconds ?? double.NaN),
            DrainSeconds = runs.Estimate(run => run.Nodes[index]?.DrainSeconds ?? double.NaN),
            Evictions = typical?.Evictions ?? 0,
            Blockers = typical?.Blockers ?? [],
            Slowest = typical?.Slowest ?? [],
        };
    }

    private static IEnumerable<WorkloadForecast> Workloads(SimulationInput input, RunSet runs) =>
        Enumerable.Range(0, input.Workloads.Length)
            .Where(w => runs.Expected.Any(run => run.Workloads[w].Evictions > 0))
            .OrderBy(w => input.Workloads[w])
            .Select(w => new WorkloadForecast
            {
                Workload = input.Workloads[w].ToString(),
                Evictions = runs.Typical.Workloads[w].Evictions,
                DowntimeSeconds = runs.Estimate(run => run.Workloads[w].Downtime.TotalSeconds),
                LowestReady = runs.Expected.Min(run => run.Workloads[w].LowestReady),
                ReadyBefore = runs.Expected[0].Workloads[w].ReadyBefore,
            });
}

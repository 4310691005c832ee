using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Joins the runs into one forecast.</summary>
internal static class ForecastBuilder
{
    public static DrainForecast Build(SimulationInput input, MaintenancePlan plan, RunSet runs)
    {
        var nodes = plan.Nodes.Select((name, index) => Node(input, name, index, runs, plan.WindowSeconds)).ToArray();
        return new()
        {
            Outcome = OutcomeOf(nodes, runs.Typical),
            TotalSeconds = runs.Estimate(run => run.TotalSeconds),
            Nodes = nodes,
            Workloads = [.. Workloads(input, runs)],
            Assumptions = [.. AssumptionList.Of(input), .. ProfileAssumptions.Of(input, plan)],
            Unknowns = [.. input.Placement.Unknowns, .. DrainRuleReview.Unknowns(input, plan)],
            Budgets = [.. Budgets(input, runs.Typical.Details)],
            Window = WindowReview.Of(runs, nodes, plan.WindowSeconds),
            Plan = plan,
        };
    }

    private static ForecastOutcome OutcomeOf(NodeForecast[] nodes, RunResult typical)
    {
        if (double.IsInfinity(typical.TotalSeconds))
        {
            return ForecastOutcome.NeverEnds;
        }

        return nodes.All(node => node.Outcome == NodeOutcome.Drained) ? ForecastOutcome.Completes : ForecastOutcome.Stops;
    }

    private static NodeForecast Node(SimulationInput input, string name, int index, RunSet runs, double? windowSeconds)
    {
        var typical = runs.Typical.Nodes[index];
        var details = runs.Typical.Details.Of(input.Placement.IndexOf(name));
        return new()
        {
            Name = name,
            Outcome = typical.Outcome,
            OutcomeShare = runs.Expected.Count(run => run.Nodes[index].Outcome == typical.Outcome) / (double)runs.Expected.Length,
            StartSeconds = runs.Estimate(run => run.Nodes[index].StartSeconds),
            DrainSeconds = runs.Estimate(run => run.Nodes[index].DrainSeconds),
            DoneSeconds = runs.Estimate(run => run.Nodes[index].DoneSeconds),
            LastSafeStartSeconds = WindowReview.LastSafeStart(runs, index, windowSeconds),
            Evictions = typical.Evictions,
            Blockers = details.Blockers,
            Forced = details.Forced,
            Slowest = details.Slowest,
        };
    }

    private static IEnumerable<WorkloadForecast> Workloads(SimulationInput input, RunSet runs)
    {
        var readyBefore = input.Pods.Where(pod => pod.Class.Workload >= 0 && InitialState.StageOf(pod.Pod) == PodStage.Ready)
            .CountBy(pod => pod.Class.Workload).ToDictionary();
        var forced = runs.Typical.Details.Nodes.Values.SelectMany(node => node.Forced).Where(pod => pod.Owner is not null)
            .CountBy(pod => pod.Owner!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return Enumerable.Range(0, input.Workloads.Length)
            .Where(w => runs.Expected.Any(run => run.Workloads[w].Evictions > 0) || forced.ContainsKey(input.Workloads[w].ToString()))
            .OrderBy(w => input.Workloads[w])
            .Select(w => WorkloadReview.Add(input, runs, w, new WorkloadForecast
            {
                Workload = input.Workloads[w].ToString(),
                Evictions = runs.Typical.Workloads[w].Evictions,
                Forced = forced.GetValueOrDefault(input.Workloads[w].ToString()),
                DowntimeSeconds = runs.Estimate(run => run.Workloads[w].Downtime.TotalSeconds),
                LowestReady = runs.Expected.Min(run => run.Workloads[w].LowestReady),
                ReadyBefore = readyBefore.GetValueOrDefault(w),
            }));
    }

    private static IEnumerable<BudgetForecast> Budgets(SimulationInput input, RunDetails run) =>
        run.Budgets.OrderByDescending(pair => pair.Value.CriticalSeconds).ThenByDescending(pair => pair.Value.ChainSeconds).ThenBy(pair => pair.Key)
            .Select(pair => new BudgetForecast
            {
                Budget = input.Budgets[pair.Key].Budget.Reference.ToString(),
                Nodes = pair.Value.Nodes,
                Node = input.Placement.NodeName(pair.Value.Node),
                Chain = pair.Value.Chain,
                ChainSeconds = pair.Value.ChainSeconds,
                CriticalSeconds = pair.Value.CriticalSeconds,
            });
}

using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Preparation;
using RiskAnalyzer.Simulation.Results;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>Looks for changes that let a run complete or save time. Each one is simulated; nothing is guessed.</summary>
internal sealed class WhatIfSearch(ForecastOptions options)
{
    private const int MaxCandidates = 8;

    // Less than one retry of an eviction is less than what two runs of the same maintenance differ by.
    private const double LeastSeconds = 5;

    private readonly TrialRunner _runner = new(options);

    /// <summary>The changes that help, those first that the run completes only with, then by the seconds that they save.</summary>
    public IReadOnlyList<ForecastFix> Find(Scenario scenario, SimulationInput input, RunSet runs)
    {
        if (scenario.Plan.Nodes.Count == 0)
        {
            return [];
        }

        var start = _runner.Reuse(scenario, input, runs);
        if (start.Completes)
        {
            return Ranked(Savers(start));
        }

        // Alternatives for one and the same blocker are tried, too: whoever reads this may prefer the second.
        var single = _runner.Try([.. BlockerCandidates.Of(start, options).SelectMany(each => each).Take(MaxCandidates)], start);
        var enough = single.Where(pair => pair.Trial is { Completes: true }).ToArray();
        if (enough.Length > 0)
        {
            // Whoever limits disruptions wants no downtime, and would rather wait.
            var best = enough.OrderBy(pair => pair.Trial!.DownSeconds).ThenBy(pair => pair.Trial!.TotalSeconds).ToArray();
            return Ranked([.. best.Select(pair => Completing(pair.Candidate, pair.Trial!, 1)), .. Savers(best[0].Trial!)]);
        }

        return new PathToCompletion(_runner, options).Find(start) is var (changes, trial)
            ? Ranked([.. changes.Select(change => Completing(change, trial, changes.Count)), .. Savers(trial)])
            : Ranked(single.Where(pair => pair.Trial?.Drained >= start.Drained + 1).Select(pair => Helping(pair.Candidate, pair.Trial!, start)));
    }

    private IEnumerable<ForecastFix> Savers(Trial from) =>
        _runner.Try([.. SlowCandidates.Of(from).Take(MaxCandidates)], from)
            .Where(pair => pair.Trial is { Completes: true } trial && (trial.Saves(from) >= LeastSeconds || trial.SavesWorst(from) >= LeastSeconds))
            .Select(pair => new ForecastFix(
                pair.Candidate.Rule,
                pair.Candidate.Object,
                Math.Round(pair.Trial!.Saves(from), 1),
                pair.Candidate.Message(pair.Trial),
                SavesWorstSeconds: Math.Round(pair.Trial.SavesWorst(from), 1)));

    private static ForecastFix Completing(Candidate candidate, Trial trial, int together) => new(
        candidate.Rule,
        candidate.Object,
        double.PositiveInfinity,
        together == 1 ? candidate.Message(trial) : $"{candidate.Message(trial)} (one of {together} changes that are needed together)",
        MakesItComplete: true,
        double.PositiveInfinity);

    private static ForecastFix Helping(Candidate candidate, Trial trial, Trial start) => new(
        candidate.Rule,
        candidate.Object,
        0,
        $"{candidate.Message(trial)}; then {trial.Drained:0} of {start.Scenario.Plan.Nodes.Count} nodes are drained instead of {start.Drained:0}");

    // Ties keep the order of the candidates, in which the change to prefer comes first.
    private static IReadOnlyList<ForecastFix> Ranked(IEnumerable<ForecastFix> fixes) =>
        [.. fixes.OrderByDescending(fix => fix.MakesItComplete).ThenByDescending(fix => fix.SavesSeconds).ThenByDescending(fix => fix.SavesWorstSeconds)];
}

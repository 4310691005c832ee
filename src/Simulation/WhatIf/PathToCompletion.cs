namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>Finds changes that together let a run complete that would stop or never end.</summary>
internal sealed class PathToCompletion(TrialRunner runner, ForecastOptions options)
{
    // A run stops at its first blocked node, so that blockers appear one node after another.
    private const int MaxSteps = 8;

    // Beyond this many changes it is not tried whether each one is needed: one more simulation for each.
    private const int MaxProven = 8;

    /// <summary>The changes and how the run goes with all of them; null when none were found that let it complete.</summary>
    public (IReadOnlyList<Candidate> Changes, Trial Trial)? Find(Trial start)
    {
        var changes = new List<Candidate>();
        var trial = start;
        for (var step = 0; step < MaxSteps; step++)
        {
            var more = BlockerCandidates.Of(trial, options).Select(each => each[0])
                .Concat(step == 0 ? BlockerCandidates.Structural(trial) : [])
                .Where(candidate => changes.All(change => change.Key != candidate.Key))
                .DistinctBy(candidate => candidate.Key).ToArray();
            if (more.Length == 0)
            {
                return null;
            }

            changes.AddRange(more);
            trial = runner.Run(Applied(trial.Scenario, more));
            if (trial.Completes)
            {
                return changes.Count <= MaxProven ? Needed(start, changes, trial) : (changes, trial);
            }
        }

        return null;
    }

    // Leaves out each change that the run completes without.
    private (IReadOnlyList<Candidate> Changes, Trial Trial) Needed(Trial start, List<Candidate> changes, Trial trial)
    {
        foreach (var candidate in changes.ToArray())
        {
            Candidate[] others = [.. changes.Where(change => change != candidate)];
            if (others.Length > 0 && runner.Run(Applied(start.Scenario, others)) is { Completes: true } without)
            {
                changes = [.. others];
                trial = without;
            }
        }

        return (changes, trial);
    }

    private static Scenario Applied(Scenario scenario, IEnumerable<Candidate> changes) =>
        changes.Aggregate(scenario, (current, change) => change.Apply(current) ?? current);
}

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>A change that may help.</summary>
internal sealed record Candidate
{
    /// <summary>The rule that names the problem.</summary>
    public required string Rule { get; init; }

    /// <summary>The object to change, as <c>Kind/namespace/name</c>.</summary>
    public required string Object { get; init; }

    /// <summary>What to change, from what to what; may use what the trial showed.</summary>
    public required Func<Trial, string> Message { get; init; }

    /// <summary>Makes the change; null when the scenario does not allow it.</summary>
    public required Func<Scenario, Scenario?> Apply { get; init; }

    /// <summary>Tells candidates apart.</summary>
    public (string Rule, string Object, string Change) Key => (Rule, Object, Change);

    /// <summary>The kind of change, so that one object may have several.</summary>
    public required string Change { get; init; }
}

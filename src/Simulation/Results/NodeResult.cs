using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>What happened to one node in one run.</summary>
/// <param name="Outcome">How its drain ended.</param>
/// <param name="StartSeconds">When its drain started.</param>
/// <param name="DrainSeconds">How long the command took; infinite when it never returns.</param>
/// <param name="Evictions">Evictions that were accepted.</param>
/// <param name="Blockers">What kept pods on it.</param>
/// <param name="Slowest">The pods that left last, slowest first; only in expected runs.</param>
internal sealed record NodeResult(
    NodeOutcome Outcome,
    double StartSeconds,
    double DrainSeconds,
    int Evictions,
    IReadOnlyList<Blocker> Blockers,
    LateLeaver[] Slowest)
{
    /// <summary>When its work was over; not a number when it never was.</summary>
    public double DoneSeconds { get; set; } = double.NaN;
}

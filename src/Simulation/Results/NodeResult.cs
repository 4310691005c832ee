using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>What happened to one node in one run. There is one for each node and run, so that it is small.</summary>
/// <param name="Outcome">How its drain ended.</param>
/// <param name="Evictions">Evictions that were accepted.</param>
/// <param name="StartSeconds">When its drain started; not a number when it never did.</param>
/// <param name="DrainSeconds">How long the command took; infinite when it never returns, not a number when it never started.</param>
/// <param name="DoneSeconds">When its work was over; not a number when it never was.</param>
/// <param name="IsForced">Whether the orchestrator goes on with the node although it was not drained.</param>
internal readonly record struct NodeResult(
    NodeOutcome Outcome, int Evictions, double StartSeconds, double DrainSeconds, double DoneSeconds = double.NaN, bool IsForced = false)
{
    /// <summary>A node that the run did not come to.</summary>
    public static NodeResult NotReached { get; } = new(NodeOutcome.NotReached, 0, double.NaN, double.NaN);
}

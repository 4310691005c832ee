using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>What a report says of one node in one run beside its times.</summary>
/// <param name="Blockers">What kept pods on it.</param>
/// <param name="Slowest">The pods that left last, slowest first.</param>
internal sealed record NodeDetails(IReadOnlyList<Blocker> Blockers, IReadOnlyList<SlowPod> Slowest)
{
    /// <summary>The pods that are taken by force on it, by namespace and name.</summary>
    public IReadOnlyList<ForcedPod> Forced { get; init; } = [];

    /// <summary>Of a node about which there is nothing to say.</summary>
    public static NodeDetails None { get; } = new([], []);
}

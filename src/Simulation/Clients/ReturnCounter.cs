using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>Counts pods that tolerate the cordon and come back to the node that is being drained.</summary>
internal sealed class ReturnCounter
{
    // Pods of one class that come back more often than this come back for ever.
    private const int MaxReturns = 50;

    private readonly Dictionary<PodClass, int> _returns = [];

    /// <summary>Counts a pod that the drain sees for the first time.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="since">When the drain started.</param>
    /// <returns>Whether its like come back for ever.</returns>
    public bool IsEndless(SimulatedPod pod, TimeSpan since) =>
        pod.Original is null && pod.BoundAt >= since && (_returns[pod.Class] = _returns.GetValueOrDefault(pod.Class) + 1) > MaxReturns;
}

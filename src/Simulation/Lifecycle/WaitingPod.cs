namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>A pod in the scheduler's queue.</summary>
internal sealed class WaitingPod(SimulatedPod pod, long sequence)
{
    public SimulatedPod Pod { get; } = pod;

    /// <summary>The order in which it came.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The node that preemption makes room on for it; -1 when there is none.</summary>
    public int Nominated { get; set; } = -1;

    /// <summary>When the scheduler first found no node for it; null when it found one at once, and for pods that waited before the run.</summary>
    public TimeSpan? UnplacedSince { get; set; }
}

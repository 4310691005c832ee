using RiskAnalyzer.Simulation.Eviction;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>What a drain does with one pod.</summary>
internal sealed class DrainTask(SimulatedPod pod)
{
    public SimulatedPod Pod { get; } = pod;

    public DrainTaskStage Stage { get; set; }

    /// <summary>When polling started, from where its ticks are counted; null before.</summary>
    public TimeSpan? PollingSince { get; set; }

    /// <summary>The last tick that was used.</summary>
    public long LastTick { get; set; }

    /// <summary>When it was first refused; null when it never was.</summary>
    public TimeSpan? RefusedAt { get; private set; }

    /// <summary>How it was refused last; null when it never was.</summary>
    public EvictionAnswer? LastRefusal { get; private set; }

    /// <summary>When its first eviction was sent.</summary>
    public TimeSpan SentAt { get; set; }

    /// <summary>Whether it ended in an error that is not a timeout.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Why the pod is not evicted but waited for, in words; null when it is evicted.</summary>
    public string? WaitsBecause { get; set; }

    /// <summary>Whether the pod is one of many that came back to the node while it was drained.</summary>
    public bool HasReturned { get; set; }

    /// <summary>Whether it ran out of time.</summary>
    public bool HasTimedOut { get; set; }

    /// <summary>Its eviction was refused.</summary>
    public void Refuse(EvictionAnswer answer, TimeSpan at)
    {
        RefusedAt ??= at;
        LastRefusal = answer;
    }
}

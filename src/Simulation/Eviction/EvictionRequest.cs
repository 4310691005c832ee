using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Eviction;

/// <summary>An eviction on its way through the API server.</summary>
internal sealed class EvictionRequest(DrainClient client, int task, SimulatedPod pod, double? graceSeconds)
{
    public DrainClient Client { get; } = client;

    public int Task { get; } = task;

    public SimulatedPod Pod { get; } = pod;

    /// <summary>The grace that the client sends; null for the pod's own.</summary>
    public double? GraceSeconds { get; } = graceSeconds;

    /// <summary>Whether the client deletes the pod itself, so that no budget is asked.</summary>
    public bool IsDeletion { get; init; }

    /// <summary>The version of the budget's status that was read.</summary>
    public int VersionRead { get; set; }

    /// <summary>The budget that was charged, by number; null when none was.</summary>
    public int? ChargedTo { get; set; }

    /// <summary>How often the client library came back by itself, as the server told it to.</summary>
    public int Returns { get; set; }

    /// <summary>Attempts to write the status.</summary>
    public int Attempts { get; set; }
}

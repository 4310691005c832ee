using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>A pod that keeps a node from being drained.</summary>
internal sealed record BlockedPod(string Node, Blocker Blocker)
{
    /// <summary>The object to report on: the budget that refuses, or else the topmost workload of the pod, or the pod itself.</summary>
    public string Subject => Blocker.Object.StartsWith("Pod/", StringComparison.Ordinal) ? Blocker.Owner ?? Blocker.Object : Blocker.Object;

    /// <summary>Whether the pod lets the drain refuse its node before anything is evicted.</summary>
    public bool IsRefusal => Blocker.Reason is BlockReason.NoController or BlockReason.LocalStorage or BlockReason.DaemonSet or BlockReason.KeepsNode;
}

using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Webhook;

/// <summary>The cluster as it is known now, or why it is not.</summary>
/// <param name="Snapshot">The latest snapshot; null when it may not be judged by.</param>
/// <param name="Blindness">Why there is none, after "the view of the cluster ", for example <c>is not ready yet</c>; null when there is one.</param>
public readonly record struct ClusterSight(ClusterSnapshot? Snapshot, string? Blindness)
{
    /// <summary>Nothing was read yet.</summary>
    public static ClusterSight NotReady { get; } = new(null, "is not ready yet");

    /// <summary>What was read is too old to judge by.</summary>
    public static ClusterSight Stale { get; } = new(null, "is out of date");
}

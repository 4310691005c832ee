namespace RiskAnalyzer.Model.Resources;

/// <summary>A taint.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value, empty when absent.</param>
/// <param name="Effect">NoSchedule, PreferNoSchedule or NoExecute.</param>
/// <param name="AddedAt">When it was added; null when not said.</param>
public sealed record Taint(string Key, string Value, string Effect, DateTimeOffset? AddedAt = null)
{
    /// <summary>The taint that a cordon brings.</summary>
    public const string UnschedulableKey = "node.kubernetes.io/unschedulable";
}

namespace RiskAnalyzer.Model.Resources;

/// <summary>A taint.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value, empty when absent.</param>
/// <param name="Effect">NoSchedule, PreferNoSchedule or NoExecute.</param>
public sealed record Taint(string Key, string Value, string Effect)
{
    /// <summary>The taint that a cordon brings.</summary>
    public const string UnschedulableKey = "node.kubernetes.io/unschedulable";
}

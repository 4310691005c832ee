namespace RiskAnalyzer.Model.Resources;

/// <summary>A taint.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value, empty when absent.</param>
/// <param name="Effect">NoSchedule, PreferNoSchedule or NoExecute.</param>
public sealed record Taint(string Key, string Value, string Effect)
{
    /// <summary>The key of the taint that a cordon brings.</summary>
    public const string UnschedulableKey = "node.kubernetes.io/unschedulable";

    /// <summary>The taint that the node lifecycle controller puts on a cordoned node.</summary>
    public static Taint Cordoned { get; } = new(UnschedulableKey, "", "NoSchedule");

    /// <summary>Whether it says that the node is cordoned or not ready, so that it is no lasting trait of the node.</summary>
    public bool ComesAndGoes => Key is UnschedulableKey or "node.kubernetes.io/not-ready" or "node.kubernetes.io/unreachable";
}

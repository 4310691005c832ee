namespace RiskAnalyzer.Model.Resources;

/// <summary>A toleration; an empty key or effect means all of them.</summary>
/// <param name="Key">The taint's key; empty with <paramref name="Exists"/> tolerates every key.</param>
/// <param name="Exists">Whether the operator is Exists; otherwise Equal, which compares the value.</param>
/// <param name="Value">The value that Equal compares.</param>
/// <param name="Effect">NoSchedule, PreferNoSchedule, NoExecute, or empty for all.</param>
public sealed record Toleration(string Key, bool Exists, string Value, string Effect)
{
    /// <summary>Whether it covers a taint.</summary>
    /// <remarks>Source: kubernetes/component-helpers:scheduling/corev1/helpers.go (TolerationsTolerateTaint)</remarks>
    public bool Tolerates(Taint taint) =>
        (Effect.Length == 0 || Effect == taint.Effect)
        && (Key.Length == 0 ? Exists : Key == taint.Key)
        && (Exists || Value == taint.Value);
}

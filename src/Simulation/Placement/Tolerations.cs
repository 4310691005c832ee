using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Which taints a pod bears with.</summary>
/// <remarks>Source: kubernetes/component-helpers:scheduling/corev1/helpers.go (TolerationsTolerateTaint)</remarks>
internal static class Tolerations
{
    /// <summary>The taint that the node lifecycle controller puts on a cordoned node.</summary>
    public static Taint Cordoned { get; } = new(Taint.UnschedulableKey, "", "NoSchedule");

    /// <summary>Whether the taint says that a node is cordoned or not ready, so that it is not a lasting trait of the node.</summary>
    public static bool ComesAndGoes(Taint taint) =>
        taint.Key is Taint.UnschedulableKey or "node.kubernetes.io/not-ready" or "node.kubernetes.io/unreachable";

    /// <summary>Whether the taint keeps pods away that do not tolerate it.</summary>
    public static bool IsHard(Taint taint) => taint.Effect is "NoSchedule" or "NoExecute";

    /// <summary>Whether the taint only lowers a node's score.</summary>
    public static bool IsSoft(Taint taint) => taint.Effect == "PreferNoSchedule";

    /// <summary>Whether one of the tolerations covers the taint.</summary>
    public static bool Tolerate(ImmutableArray<Toleration> tolerations, Taint taint)
    {
        foreach (var toleration in tolerations)
        {
            if ((toleration.Effect.Length == 0 || toleration.Effect == taint.Effect)
                && (toleration.Key.Length == 0 ? toleration.Exists : toleration.Key == taint.Key)
                && (toleration.Exists || toleration.Value == taint.Value))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Which taints a pod bears with.</summary>
/// <remarks>Source: kubernetes/component-helpers:scheduling/corev1/helpers.go (TolerationsTolerateTaint)</remarks>
internal static class Tolerations
{
    /// <summary>Whether the taint keeps pods away that do not tolerate it.</summary>
    public static bool IsHard(Taint taint) => taint.Effect is "NoSchedule" or "NoExecute";

    /// <summary>Whether the taint only lowers a node's score.</summary>
    public static bool IsSoft(Taint taint) => taint.Effect == "PreferNoSchedule";

    /// <summary>Whether one of the tolerations covers the taint.</summary>
    public static bool Tolerate(ImmutableArray<Toleration> tolerations, Taint taint)
    {
        foreach (var toleration in tolerations)
        {
            if (toleration.Tolerates(taint))
            {
                return true;
            }
        }

        return false;
    }
}

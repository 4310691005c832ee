using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Which pods of a node need room elsewhere when it is drained.</summary>
internal static class MovingPods
{
    /// <summary>The pods that a controller makes again on another node. One that is ending already has its replacement.</summary>
    public static ImmutableArray<Pod> Of(Node node, ClusterSnapshot cluster) => [.. cluster.PodsOn(node.Name).Where(Moves)];

    /// <summary>Whether a drain takes the pod from its node, be it made again or not.</summary>
    public static bool Leaves(Pod pod) => pod is { IsFinished: false, IsDaemonSetPod: false, IsMirror: false };

    /// <summary>Whether the pod only keeps room for others, who push it out when they need it.</summary>
    public static bool IsPlaceholder(Pod pod) => pod.Spec.Priority < 0;

    private static bool Moves(Pod pod) =>
        Leaves(pod) && !pod.IsTerminating && pod.Metadata.Controller is not null && !IsPlaceholder(pod);
}

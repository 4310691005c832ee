using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Preparation;

/// <summary>Does a budget's arithmetic once, from its spec and the scales of its pods' controllers, as the disruption controller does.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/controller/disruption/disruption.go (getExpectedPodCount, getExpectedScale).</remarks>
internal static class BudgetCounter
{
    public static BudgetInfo Count(PodDisruptionBudget budget, NamespaceSnapshot contents)
    {
        if (BudgetArithmetic.StatesNothing(budget))
        {
            return Never(budget, 0, 0, "it sets neither minAvailable nor maxUnavailable");
        }

        var pods = contents.PodsSelectedBy(budget);
        if (!BudgetArithmetic.NeedsScale(budget))
        {
            var kept = budget.MinAvailable!.Value.Value;
            return Known(budget, pods.Length, kept, ScaleOf(pods, contents, out _) ?? pods.Length);
        }

        if (ScaleOf(pods, contents, out var uncountable) is not { } expected)
        {
            return budget.Status is { Reason: not "SyncFailed", ExpectedPods: > 0 } status
                ? Known(budget, status.ExpectedPods, BudgetArithmetic.DesiredHealthy(budget, status.ExpectedPods), status.ExpectedPods)
                : Never(budget, 0, 0, $"the scale of {uncountable} cannot be read, so its pods cannot be counted", cannotCount: true);
        }

        return expected == 0 && pods.Length > 0
            ? Never(budget, 0, 0, "its pods have no controller, so none is expected", cannotCount: true)
            : Known(budget, expected, BudgetArithmetic.DesiredHealthy(budget, expected), expected);
    }

    private static BudgetInfo Known(PodDisruptionBudget budget, int expected, int desired, int replicas) => new()
    {
        Budget = budget,
        Expected = expected,
        Desired = desired,
        CannotCount = false,
        NeverBecause = replicas > 0 && desired >= replicas ? $"it keeps {desired} of {replicas} pods" : null,
    };

    private static BudgetInfo Never(PodDisruptionBudget budget, int expected, int desired, string because, bool cannotCount = false) => new()
    {
        Budget = budget,
        Expected = expected,
        Desired = desired,
        CannotCount = cannotCount,
        NeverBecause = because,
    };

    private static int? ScaleOf(IEnumerable<Pod> pods, NamespaceSnapshot contents, out string? uncountable)
    {
        uncountable = null;
        var scale = 0;
        var seen = new HashSet<(string, string)>();
        foreach (var pod in pods)
        {
            if (pod.Metadata.Controller is not { } owner)
            {
                continue;
            }

            var controller = contents.FindController(owner.Kind, owner.Name);
            if (controller is { Type: WorkloadKind.ReplicaSet, Metadata.Controller: { Kind: "Deployment" } deployment })
            {
                controller = contents.FindController(deployment.Kind, deployment.Name) ?? controller;
            }

            if (controller is not { HasReplicas: true })
            {
                uncountable = $"{owner.Kind}/{contents.Name}/{owner.Name}";
                return null;
            }

            if (seen.Add((controller.Kind, controller.Metadata.Name)))
            {
                scale += controller.Replicas;
            }
        }

        return scale;
    }
}

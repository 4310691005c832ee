using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>Where a budget stands at the instant of the snapshot, computed from pods as the disruption controller does.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/controller/disruption/disruption.go (countHealthyPods, updatePdbStatus) and
/// kubernetes/kubernetes:pkg/registry/core/pod/storage/eviction.go (unready pods).</remarks>
internal sealed record BudgetState
{
    // An approved eviction that the controller has not seen happen counts for this long.
    private static readonly TimeSpan DeletionTimeout = TimeSpan.FromMinutes(2);

    /// <value>Pods expected.</value>
    public required int Expected { get; init; }

    /// <value>Pods that must stay healthy.</value>
    public required int Desired { get; init; }

    /// <value>Pods that are healthy.</value>
    public required int Healthy { get; init; }

    /// <summary>Running pods that are not Ready, so that the budget guards them all the same.</summary>
    public ImmutableArray<Pod> Unready { get; init; } = [];

    /// <summary>Pods that are not bound or whose containers have not all started once; the eviction API lets them go.</summary>
    public ImmutableArray<Pod> Pending { get; init; } = [];

    /// <summary>Whether an eviction or deletion of one of the pods is under way, so that the numbers are about to change.</summary>
    public bool IsMoving { get; init; }

    /// <value>Evictions of Ready pods that are allowed.</value>
    public int Allowed => BudgetArithmetic.DisruptionsAllowed(Expected, Desired, Healthy);

    /// <summary>Whether an unready pod of a budget without AlwaysAllow is refused.</summary>
    public bool RefusesUnready => Allowed == 0 && !(Healthy >= Desired && Desired > 0);

    /// <summary>The state of a budget; null when the input shows neither pods nor a status of its present specification.</summary>
    public static BudgetState? Of(BudgetReading reading, DateTimeOffset now)
    {
        var status = reading.HasFreshStatus ? reading.Budget.Status : null;
        var (running, staying, healthy) = (0, 0, 0);
        List<Pod>? unready = null, pending = null;
        foreach (var pod in reading.Pods)
        {
            if (pod.NodeName is null && status is null)
            {
                continue;
            }

            running++;
            if (pod.IsTerminating || IsBeingEvicted(pod, reading.Budget.Status, now))
            {
                continue;
            }

            staying++;
            switch (pod)
            {
                case { IsReady: true }: healthy++; break;
                case { Phase: PodPhase.Running or PodPhase.Unknown }: (unready ??= []).Add(pod); break;
                case { Phase: PodPhase.Pending }: (pending ??= []).Add(pod); break;
                default: break;
            }
        }

        if (running == 0)
        {
            return status is null
                ? null
                : new() { Expected = status.ExpectedPods, Desired = status.DesiredHealthy, Healthy = status.CurrentHealthy };
        }

        return ExpectedOf(reading, status) is not { } expected ? null : new()
        {
            Expected = expected,
            Desired = BudgetArithmetic.DesiredHealthy(reading.Budget, expected),
            Healthy = healthy,
            Unready = unready is null ? [] : [.. unready],
            Pending = pending is null ? [] : [.. pending],
            IsMoving = staying < running,
        };
    }

    // The disruption controller counts a pod out as soon as its eviction was granted.
    private static bool IsBeingEvicted(Pod pod, BudgetStatus? status, DateTimeOffset now)
    {
        foreach (var (name, since) in status?.DisruptedPods ?? [])
        {
            if (name == pod.Metadata.Name && now - since < DeletionTimeout)
            {
                return true;
            }
        }

        return false;
    }

    private static int? ExpectedOf(BudgetReading reading, BudgetStatus? status)
    {
        if (BudgetArithmetic.StatesNothing(reading.Budget))
        {
            return 0;
        }

        if (!BudgetArithmetic.NeedsScale(reading.Budget))
        {
            return reading.Pods.Length;
        }

        return reading.Members.All(member => member.HasScale == true) ? reading.Now : status?.ExpectedPods;
    }
}

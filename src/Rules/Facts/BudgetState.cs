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
        var running = reading.Pods.Where(pod => pod.NodeName is not null || status is not null).ToImmutableArray();
        if (running.IsEmpty)
        {
            return status is null
                ? null
                : new() { Expected = status.ExpectedPods, Desired = status.DesiredHealthy, Healthy = status.CurrentHealthy };
        }

        var approved = (reading.Budget.Status?.DisruptedPods ?? []).Where(pair => now - pair.Value < DeletionTimeout).Select(pair => pair.Key).ToHashSet();
        var staying = running.Where(pod => !pod.IsTerminating && !approved.Contains(pod.Metadata.Name)).ToArray();
        if (ExpectedOf(reading, status) is not { } expected)
        {
            return null;
        }

        return new()
        {
            Expected = expected,
            Desired = BudgetArithmetic.DesiredHealthy(reading.Budget, expected),
            Healthy = staying.Count(pod => pod.IsReady),
            Unready = [.. staying.Where(pod => pod is { IsReady: false, Phase: PodPhase.Running or PodPhase.Unknown })],
            Pending = [.. staying.Where(pod => pod is { IsReady: false, Phase: PodPhase.Pending })],
            IsMoving = staying.Length < running.Length,
        };
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

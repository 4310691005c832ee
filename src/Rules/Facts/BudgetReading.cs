using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>What a budget selects and what it can ever allow, by the workloads' specifications.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/controller/disruption/disruption.go (getExpectedPodCount, getExpectedScale).</remarks>
internal sealed class BudgetReading
{
    private BudgetReading(PodDisruptionBudget budget, NamespaceSnapshot around)
    {
        Budget = budget;
        Pods = around.PodsSelectedBy(budget).RemoveAll(static pod => pod.IsFinished || pod.IsMirror);
        BarePods = Pods.Any(IsBare) ? [.. Pods.Where(IsBare)] : [];
        var workloads = around.WorkloadsSelectedBy(budget);
        var members = ImmutableArray.CreateBuilder<BudgetMember>(workloads.Length);
        foreach (var workload in workloads)
        {
            if (workload.Metadata.DeletionTimestamp is null && BudgetMember.Of(workload, budget, around) is { Most: not 0 } member)
            {
                members.Add(member);
            }
        }

        Members = members.DrainToImmutable();
    }

    /// <summary>The budget.</summary>
    public PodDisruptionBudget Budget { get; }

    /// <summary>The pods selected that have not ended.</summary>
    public ImmutableArray<Pod> Pods { get; }

    /// <summary>Those of them that no controller makes.</summary>
    public ImmutableArray<Pod> BarePods { get; }

    /// <summary>The workloads selected that want pods, now or later.</summary>
    public ImmutableArray<BudgetMember> Members { get; }

    /// <summary>Whether the budget selects nothing whatever the namespace holds.</summary>
    public static bool CanSelectNothing(PodDisruptionBudget budget) =>
        budget.Selector is null || (budget.Selector.IsEmpty && budget.ApiVersion == "policy/v1beta1");

    /// <summary>Whether the last status was computed for the present specification.</summary>
    public bool HasFreshStatus => Budget.Status is { } status && status.ObservedGeneration >= Budget.Metadata.Generation;

    /// <summary>Whether an autoscaler moves the number of pods.</summary>
    public bool IsAutoscaled => Members.Any(member => member.Autoscaler is not null);

    /// <summary>Whether the budget needs a scale that some of its pods' controllers do not have, so that it allows nothing.</summary>
    public bool CannotCount =>
        BudgetArithmetic.NeedsScale(Budget) && (Members.Any(member => member.HasScale == false) || (Members.IsEmpty && BarePods.Length > 0));

    /// <summary>The pods to count now; null when unknown.</summary>
    public int? Now => Total(member => member.Now) ?? (HasFreshStatus ? Budget.Status!.ExpectedPods : null);

    /// <summary>The pods to count when autoscalers are at their floors, at least one; null when unknown.</summary>
    public int? Least => Total(member => member.Least) is { } total ? Math.Max(1, total) : null;

    /// <summary>The pods to count when autoscalers are at their ceilings; null when unknown.</summary>
    public int? Most => Total(member => member.Most);

    /// <summary>The workloads in words, for example <c>Deployment/shop/cart</c> or <c>3 workloads</c>.</summary>
    public string MembersInWords => (Members, BarePods) switch
    {
        ([var only], []) => only.Workload.Reference.ToString(),
        ([], [var pod]) => pod.Reference.ToString(),
        ([], _) => $"{BarePods.Length} pods without controller",
        _ when Members.Length + BarePods.Length <= 3 =>
            string.Join(" and ", Members.Select(m => m.Workload.Reference.ToString()).Concat(BarePods.Select(p => p.Reference.ToString()))),
        _ => Counted.Of(Members.Length, "workload") + (BarePods.IsEmpty ? "" : $" and {Counted.Of(BarePods.Length, "pod")} without controller"),
    };

    /// <summary>Reads a budget in its namespace.</summary>
    public static BudgetReading Of(PodDisruptionBudget budget, NamespaceSnapshot around) => new(budget, around);

    /// <summary>Whether every pod must stay when there are so many.</summary>
    public bool Covers(int? pods) => pods is > 0 && BudgetArithmetic.DesiredHealthy(Budget, pods.Value) >= pods;

    /// <summary>Whether the workloads' numbers, as far as no autoscaler moves them, leave no room for an eviction.</summary>
    public bool CoversAll => Budget.MinAvailable is not null && !BudgetArithmetic.StatesNever(Budget) && !CannotCount && Covers(IsAutoscaled ? Most : Now);

    /// <summary>Whether there is room at the autoscaler's ceiling but none at its floor.</summary>
    public bool CoversFloor =>
        Budget.MinAvailable is not null && !BudgetArithmetic.StatesNever(Budget) && !CannotCount && IsAutoscaled && !CoversAll && Covers(Least);

    private static bool IsBare(Pod pod) => pod.Metadata.Controller is null;

    private int? Total(Func<BudgetMember, int?> count)
    {
        // A percentage counts the scales of controllers; a number counts pods, those without controller included.
        var sum = BudgetArithmetic.NeedsScale(Budget) ? 0 : BarePods.Length;
        foreach (var member in Members)
        {
            if (count(member) is not { } pods)
            {
                return null;
            }

            sum += pods;
        }

        return sum;
    }
}

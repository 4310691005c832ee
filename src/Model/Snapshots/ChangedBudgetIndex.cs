using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>The budgets of a namespace in which one budget is new, another one or gone.</summary>
/// <param name="contents">The namespace as it is with the change.</param>
/// <param name="before">The index without it.</param>
/// <param name="old">The budget that is no more; null when there was none.</param>
/// <param name="put">The budget that is there now; null when it is gone.</param>
internal sealed class ChangedBudgetIndex(NamespaceSnapshot contents, BudgetIndex before, PodDisruptionBudget? old, PodDisruptionBudget? put) : BudgetIndex
{
    private ImmutableArray<Pod> _pods;

    public override ImmutableArray<PodDisruptionBudget> Selecting(LabelSet labels)
    {
        var others = before.Selecting(labels);
        others = old is null ? others : others.Remove(old);
        return put?.Selects(labels) == true ? new Listing<PodDisruptionBudget>(others).With(put).Items : others;
    }

    public override ImmutableArray<Pod> PodsOf(PodDisruptionBudget budget)
    {
        if (!ReferenceEquals(budget, put))
        {
            return before.PodsOf(budget);
        }

        if (_pods.IsDefault)
        {
            _ = ImmutableInterlocked.InterlockedInitialize(ref _pods, PodsOfPut());
        }

        return _pods;
    }

    public override ImmutableArray<Workload> WorkloadsOf(PodDisruptionBudget budget) =>
        !ReferenceEquals(budget, put) ? before.WorkloadsOf(budget)
        : SelectsTheSame ? before.WorkloadsOf(old!)
        : [.. contents.Workloads.Where(workload => (workload.Type != WorkloadKind.Custom && put!.Selects(workload.Template.Labels)) || SelectsPodsOf(put!, workload))];

    public override bool SelectsPodsOf(PodDisruptionBudget budget, Workload workload) =>
        ReferenceEquals(budget, put)
            ? contents.PodsOf(workload).Any(pod => put!.Selects(pod.Metadata.Labels))
            : before.SelectsPodsOf(budget, workload);

    private bool SelectsTheSame => old is not null && put is not null && old.ApiVersion == put.ApiVersion && Equals(old.Selector, put.Selector);

    private ImmutableArray<Pod> PodsOfPut() =>
        SelectsTheSame ? before.PodsOf(old!) : [.. contents.Pods.Where(pod => put!.Selects(pod.Metadata.Labels))];
}

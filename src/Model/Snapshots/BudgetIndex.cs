using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>Which budgets select which pods and workloads of one namespace.</summary>
internal sealed class BudgetIndex
{
    private readonly NamespaceSnapshot _contents;
    private readonly Dictionary<LabelSet, ImmutableArray<PodDisruptionBudget>> _byLabels = [];
    private readonly Dictionary<PodDisruptionBudget, ImmutableArray<Pod>.Builder> _pods = new(ReferenceEqualityComparer.Instance);

    public BudgetIndex(NamespaceSnapshot contents)
    {
        _contents = contents;
        foreach (var pod in contents.Pods)
        {
            if (!_byLabels.TryGetValue(pod.Metadata.Labels, out var budgets))
            {
                _byLabels[pod.Metadata.Labels] = budgets = Match(pod.Metadata.Labels);
            }

            foreach (var budget in budgets)
            {
                if (!_pods.TryGetValue(budget, out var list))
                {
                    _pods[budget] = list = ImmutableArray.CreateBuilder<Pod>();
                }

                list.Add(pod);
            }
        }
    }

    public ImmutableArray<PodDisruptionBudget> Selecting(LabelSet labels) =>
        _byLabels.TryGetValue(labels, out var known) ? known : Match(labels);

    public ImmutableArray<Pod> PodsOf(PodDisruptionBudget budget) =>
        _pods.TryGetValue(budget, out var pods) ? pods.ToImmutable() : [.. _contents.Pods.Where(pod => budget.Selects(pod.Metadata.Labels))];

    public ImmutableArray<Workload> WorkloadsOf(PodDisruptionBudget budget)
    {
        var byPods = PodsOf(budget).Select(_contents.WorkloadOf).OfType<Workload>().ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. _contents.Workloads.Where(w => byPods.Contains(w) || (w.Type != WorkloadKind.Custom && budget.Selects(w.Template.Labels)))];
    }

    private ImmutableArray<PodDisruptionBudget> Match(LabelSet labels) => [.. _contents.Budgets.Where(budget => budget.Selects(labels))];
}

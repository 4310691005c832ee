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
    private readonly Lazy<Dictionary<PodDisruptionBudget, List<Workload>>> _workloads;

    public BudgetIndex(NamespaceSnapshot contents)
    {
        _contents = contents;
        _workloads = new(IndexWorkloads);
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

    public ImmutableArray<Workload> WorkloadsOf(PodDisruptionBudget budget) =>
        _workloads.Value.TryGetValue(budget, out var workloads) ? [.. workloads] : [];

    // By template and by pods: during a rollout the two may differ. An owner of unknown kind has no template of its own.
    private Dictionary<PodDisruptionBudget, List<Workload>> IndexWorkloads()
    {
        var index = new Dictionary<PodDisruptionBudget, List<Workload>>(ReferenceEqualityComparer.Instance);
        foreach (var workload in _contents.Budgets.IsEmpty ? [] : _contents.Workloads)
        {
            var labels = _contents.PodsOf(workload).Select(pod => pod.Metadata.Labels);
            labels = workload.Type == WorkloadKind.Custom ? labels : labels.Append(workload.Template.Labels);
            foreach (var budget in labels.SelectMany(set => Selecting(set).AsEnumerable()).Distinct(ReferenceEqualityComparer.Instance).Cast<PodDisruptionBudget>())
            {
                if (!index.TryGetValue(budget, out var list))
                {
                    index[budget] = list = [];
                }

                list.Add(workload);
            }
        }

        return index;
    }

    private ImmutableArray<PodDisruptionBudget> Match(LabelSet labels) => [.. _contents.Budgets.Where(budget => budget.Selects(labels))];
}

using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>The budgets of one namespace, found by going through all its objects.</summary>
internal sealed class WholeBudgetIndex : BudgetIndex
{
    private readonly NamespaceSnapshot _contents;
    private readonly Dictionary<LabelSet, ImmutableArray<PodDisruptionBudget>> _byLabels = [];
    private readonly Dictionary<(string Key, string Value), List<PodDisruptionBudget>> _byOneLabel = [];
    private readonly List<PodDisruptionBudget> _withoutLabels = [];
    private readonly Dictionary<PodDisruptionBudget, ImmutableArray<Pod>> _pods;
    private readonly Dictionary<Workload, ImmutableArray<PodDisruptionBudget>> _byPods = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<Dictionary<PodDisruptionBudget, ImmutableArray<Workload>>> _workloads;

    public WholeBudgetIndex(NamespaceSnapshot contents)
    {
        _contents = contents;
        _workloads = new(IndexWorkloads);
        foreach (var budget in contents.Budgets)
        {
            CandidatesFor(budget).Add(budget);
        }

        var pods = new Dictionary<PodDisruptionBudget, ImmutableArray<Pod>.Builder>(ReferenceEqualityComparer.Instance);
        foreach (var pod in contents.Pods)
        {
            if (!_byLabels.TryGetValue(pod.Metadata.Labels, out var budgets))
            {
                _byLabels[pod.Metadata.Labels] = budgets = Match(pod.Metadata.Labels);
            }

            foreach (var budget in budgets)
            {
                if (!pods.TryGetValue(budget, out var list))
                {
                    pods[budget] = list = ImmutableArray.CreateBuilder<Pod>();
                }

                list.Add(pod);
            }
        }

        _pods = Finished(pods);

        // Templates are asked about with every review of their workload, and their labels are others than those of their pods.
        foreach (var controller in contents.Controllers)
        {
            if (!_byLabels.ContainsKey(controller.Template.Labels))
            {
                _byLabels[controller.Template.Labels] = Match(controller.Template.Labels);
            }
        }
    }

    public override ImmutableArray<PodDisruptionBudget> Selecting(LabelSet labels) =>
        _byLabels.TryGetValue(labels, out var known) ? known : Match(labels);

    public override ImmutableArray<Pod> PodsOf(PodDisruptionBudget budget) =>
        _pods.TryGetValue(budget, out var pods) ? pods : [.. _contents.Pods.Where(pod => budget.Selects(pod.Metadata.Labels))];

    public override ImmutableArray<Workload> WorkloadsOf(PodDisruptionBudget budget) =>
        _workloads.Value.TryGetValue(budget, out var workloads) ? workloads : [];

    public override bool SelectsPodsOf(PodDisruptionBudget budget, Workload workload)
    {
        _ = _workloads.Value;
        return _byPods.TryGetValue(workload, out var budgets) && budgets.Contains(budget);
    }

    // By template and by pods: during a rollout the two may differ. An owner of unknown kind has no template of its own.
    private Dictionary<PodDisruptionBudget, ImmutableArray<Workload>> IndexWorkloads()
    {
        var index = new Dictionary<PodDisruptionBudget, ImmutableArray<Workload>.Builder>(ReferenceEqualityComparer.Instance);
        foreach (var workload in _contents.Budgets.IsEmpty ? [] : _contents.Workloads)
        {
            var byPods = BudgetsOf(_contents.PodsOf(workload).Select(pod => pod.Metadata.Labels));
            if (byPods.Length > 0)
            {
                _byPods[workload] = byPods;
            }

            var byTemplate = workload.Type == WorkloadKind.Custom ? [] : Selecting(workload.Template.Labels);
            foreach (var budget in byPods.Union(byTemplate, ReferenceEqualityComparer.Instance).Cast<PodDisruptionBudget>())
            {
                if (!index.TryGetValue(budget, out var list))
                {
                    index[budget] = list = ImmutableArray.CreateBuilder<Workload>();
                }

                list.Add(workload);
            }
        }

        return Finished(index);
    }

    private static Dictionary<PodDisruptionBudget, ImmutableArray<T>> Finished<T>(Dictionary<PodDisruptionBudget, ImmutableArray<T>.Builder> lists) =>
        new(lists.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToImmutable())), ReferenceEqualityComparer.Instance);

    private ImmutableArray<PodDisruptionBudget> BudgetsOf(IEnumerable<LabelSet> labels) =>
        [.. labels.SelectMany(set => Selecting(set).AsEnumerable()).Distinct(ReferenceEqualityComparer.Instance).Cast<PodDisruptionBudget>()];

    // A selector with labels can only match a set that has the first of them.
    private List<PodDisruptionBudget> CandidatesFor(PodDisruptionBudget budget)
    {
        if (budget.Selector is not { MatchLabels: { Count: > 0 } labels })
        {
            return _withoutLabels;
        }

        var (key, value) = labels.Pairs[0];
        if (!_byOneLabel.TryGetValue((key, value), out var list))
        {
            _byOneLabel[(key, value)] = list = [];
        }

        return list;
    }

    private ImmutableArray<PodDisruptionBudget> Match(LabelSet labels)
    {
        List<PodDisruptionBudget>? found = null;
        AddMatching(ref found, _withoutLabels, labels);
        foreach (var (key, value) in labels.Pairs)
        {
            if (_byOneLabel.TryGetValue((key, value), out var candidates))
            {
                AddMatching(ref found, candidates, labels);
            }
        }

        found?.Sort(static (one, other) => string.CompareOrdinal(one.Metadata.Name, other.Metadata.Name));
        return found is null ? [] : [.. found];
    }

    private static void AddMatching(ref List<PodDisruptionBudget>? found, List<PodDisruptionBudget> candidates, LabelSet labels)
    {
        foreach (var budget in candidates)
        {
            if (budget.Selects(labels))
            {
                (found ??= []).Add(budget);
            }
        }
    }
}

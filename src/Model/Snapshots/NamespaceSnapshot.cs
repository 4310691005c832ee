using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>The objects of one namespace, sorted by kind and name, with indexes that are made on first use.</summary>
public sealed class NamespaceSnapshot
{
    private readonly Lazy<WorkloadIndex> _workloads;
    private readonly Lazy<BudgetIndex> _budgets;
    private readonly Lazy<Dictionary<(string Kind, string Group, string Name), Autoscaler>> _autoscalers;

    /// <summary>Makes an empty namespace; set what it holds with an object initialiser.</summary>
    public NamespaceSnapshot()
    {
        _workloads = new(() => new WorkloadIndex(this));
        _budgets = new(() => new BudgetIndex(this));
        _autoscalers = new(IndexAutoscalers);
    }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The Namespace object; null when the snapshot does not hold it, so that its labels are unknown.</summary>
    public KubernetesNamespace? Object { get; init; }

    /// <summary>Pods by name.</summary>
    public ImmutableArray<Pod> Pods { get; init; } = [];

    /// <summary>Controllers that were read, including ReplicaSets and Jobs that belong to others.</summary>
    public ImmutableArray<Workload> Controllers { get; init; } = [];

    /// <summary>Budgets by name.</summary>
    public ImmutableArray<PodDisruptionBudget> Budgets { get; init; } = [];

    /// <summary>Autoscalers by kind and name.</summary>
    public ImmutableArray<Autoscaler> Autoscalers { get; init; } = [];

    /// <summary>Services by name.</summary>
    public ImmutableArray<Service> Services { get; init; } = [];

    /// <summary>Claims by name.</summary>
    public ImmutableArray<PersistentVolumeClaim> Claims { get; init; } = [];

    /// <summary>Quotas by name.</summary>
    public ImmutableArray<ResourceQuota> Quotas { get; init; } = [];

    /// <summary>Limit ranges by name.</summary>
    public ImmutableArray<LimitRange> LimitRanges { get; init; } = [];

    /// <summary>Workloads that no other one owns, with those of unknown kind that pods name as their controller.</summary>
    public ImmutableArray<Workload> Workloads => _workloads.Value.Top;

    /// <summary>The topmost workload that a pod belongs to; null for a pod without controller.</summary>
    public Workload? WorkloadOf(Pod pod) => _workloads.Value.Of(pod);

    /// <summary>The pods of a topmost workload, through ReplicaSets and Jobs, in the order of their names.</summary>
    public ImmutableArray<Pod> PodsOf(Workload workload) => _workloads.Value.PodsOf(workload);

    /// <summary>A controller by kind and name; null when it was not read.</summary>
    public Workload? FindController(string kind, string name) => _workloads.Value.Find(kind, name);

    /// <summary>The budgets that select a pod with these labels; more than one makes its eviction fail.</summary>
    public ImmutableArray<PodDisruptionBudget> BudgetsSelecting(LabelSet labels) => _budgets.Value.Selecting(labels);

    /// <summary>The pods that a budget selects, finished and terminating ones included.</summary>
    public ImmutableArray<Pod> PodsSelectedBy(PodDisruptionBudget budget) => _budgets.Value.PodsOf(budget);

    /// <summary>The topmost workloads whose template or pods a budget selects.</summary>
    public ImmutableArray<Workload> WorkloadsSelectedBy(PodDisruptionBudget budget) => _budgets.Value.WorkloadsOf(budget);

    /// <summary>The autoscaler that scales a workload, a ScaledObject before the HPA that it generates; null when there is none.</summary>
    public Autoscaler? AutoscalerOf(Workload workload) =>
        _autoscalers.Value.GetValueOrDefault((workload.Kind, workload.Reference.Group, workload.Metadata.Name));

    /// <summary>The same namespace with other pods, controllers and budgets, each list by kind and name.</summary>
    public NamespaceSnapshot With(ImmutableArray<Pod> pods, ImmutableArray<Workload> controllers, ImmutableArray<PodDisruptionBudget> budgets) => new()
    {
        Name = Name,
        Object = Object,
        Pods = pods,
        Controllers = controllers,
        Budgets = budgets,
        Autoscalers = Autoscalers,
        Services = Services,
        Claims = Claims,
        Quotas = Quotas,
        LimitRanges = LimitRanges,
    };

    /// <summary>A claim by name; null when it was not read.</summary>
    public PersistentVolumeClaim? FindClaim(string name) => Sorted.Find(Claims, name);

    private Dictionary<(string Kind, string Group, string Name), Autoscaler> IndexAutoscalers()
    {
        var index = new Dictionary<(string Kind, string Group, string Name), Autoscaler>();
        foreach (var autoscaler in Autoscalers.OrderByDescending(a => a.IsScaledObject))
        {
            _ = index.TryAdd((autoscaler.TargetKind, autoscaler.TargetGroup, autoscaler.TargetName), autoscaler);
        }

        return index;
    }
}

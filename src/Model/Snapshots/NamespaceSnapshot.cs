using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>The objects of one namespace, sorted by kind and name, with indexes that are made on first use.</summary>
public sealed class NamespaceSnapshot
{
    private readonly Lazy<WorkloadIndex> _workloads;
    private readonly Lazy<BudgetIndex> _budgets;
    private readonly Lazy<Dictionary<(string Kind, string Group, string Name), Autoscaler>> _autoscalersByTarget;
    private readonly Listing<Pod> _pods = Listing<Pod>.Empty;
    private readonly Listing<Workload> _controllers = Listing<Workload>.Empty;
    private readonly Listing<PodDisruptionBudget> _budgetList = Listing<PodDisruptionBudget>.Empty;
    private readonly Listing<Autoscaler> _autoscalers = Listing<Autoscaler>.Empty;

    /// <summary>Makes an empty namespace; set what it holds with an object initialiser.</summary>
    public NamespaceSnapshot()
    {
        (_workloads, _budgets) = (WholeWorkloads(), WholeBudgets());
        _autoscalersByTarget = new(IndexAutoscalers);
    }

    /// <summary>The same namespace with another list of one kind. Indexes that the change does not concern are shared.</summary>
    [SetsRequiredMembers]
    private NamespaceSnapshot(NamespaceSnapshot before, Listing<Workload> controllers, Workload? old, Workload? put)
        : this(before)
    {
        _controllers = controllers;
        (_workloads, _budgets) = put is not null && ChangedWorkloadIndex.Fits(before._workloads.Value, old, put)
            ? (new(new ChangedWorkloadIndex(before._workloads.Value, old, put)), new(new ChangedWorkloadBudgets(before._budgets, old, put)))
            : (WholeWorkloads(), WholeBudgets());
    }

    [SetsRequiredMembers]
    private NamespaceSnapshot(NamespaceSnapshot before, Listing<PodDisruptionBudget> budgets, PodDisruptionBudget? old, PodDisruptionBudget? put)
        : this(before)
    {
        _budgetList = budgets;
        _budgets = new(new ChangedBudgetIndex(this, before._budgets.Value, old, put));
    }

    [SetsRequiredMembers]
    private NamespaceSnapshot(NamespaceSnapshot before, Listing<Autoscaler> autoscalers)
        : this(before)
    {
        _autoscalers = autoscalers;
        _autoscalersByTarget = new(IndexAutoscalers);
    }

    [SetsRequiredMembers]
    private NamespaceSnapshot(NamespaceSnapshot before, Listing<Pod> pods)
        : this(before)
    {
        _pods = pods;
        (_workloads, _budgets) = (WholeWorkloads(), WholeBudgets());
    }

    [SetsRequiredMembers]
    private NamespaceSnapshot(NamespaceSnapshot before)
    {
        (Name, Object) = (before.Name, before.Object);
        (_pods, _controllers, _budgetList, _autoscalers) = (before._pods, before._controllers, before._budgetList, before._autoscalers);
        (Services, Claims, Quotas, LimitRanges) = (before.Services, before.Claims, before.Quotas, before.LimitRanges);
        (_workloads, _budgets, _autoscalersByTarget) = (before._workloads, before._budgets, before._autoscalersByTarget);
    }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The Namespace object; null when the snapshot does not hold it, so that its labels are unknown.</summary>
    public KubernetesNamespace? Object { get; init; }

    /// <summary>Pods by name.</summary>
    public ImmutableArray<Pod> Pods { get => _pods.Items; init => _pods = new(value); }

    /// <summary>Controllers that were read, including ReplicaSets and Jobs that belong to others.</summary>
    public ImmutableArray<Workload> Controllers { get => _controllers.Items; init => _controllers = new(value); }

    /// <summary>Budgets by name.</summary>
    public ImmutableArray<PodDisruptionBudget> Budgets { get => _budgetList.Items; init => _budgetList = new(value); }

    /// <summary>Autoscalers by kind and name.</summary>
    public ImmutableArray<Autoscaler> Autoscalers { get => _autoscalers.Items; init => _autoscalers = new(value); }

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
        _autoscalersByTarget.Value.GetValueOrDefault((workload.Kind, workload.Reference.Group, workload.Metadata.Name));

    /// <summary>An object of the namespace; null when it was not read, or is of a kind of which only whole lists are held.</summary>
    public IResource? Find(IResource like) => like switch
    {
        Pod => _pods.Find(like.Kind, like.Metadata.Name),
        Workload => _controllers.Find(like.Kind, like.Metadata.Name),
        PodDisruptionBudget => _budgetList.Find(like.Kind, like.Metadata.Name),
        Autoscaler => _autoscalers.Find(like.Kind, like.Metadata.Name),
        _ => null,
    };

    /// <summary>
    /// The same namespace with a pod, controller, budget or autoscaler, in place of the one of its kind and name if there is one.
    /// However many objects there are, this costs little: everything that the change does not concern is shared.
    /// </summary>
    public NamespaceSnapshot With(IResource resource) => resource switch
    {
        Pod pod => new(this, _pods.With(pod)),
        Workload workload => new(this, _controllers.With(workload), (Workload?)Find(workload), workload),
        PodDisruptionBudget budget => new(this, _budgetList.With(budget), (PodDisruptionBudget?)Find(budget), budget),
        Autoscaler autoscaler => new(this, _autoscalers.With(autoscaler)),
        _ => throw new ArgumentException($"{resource.Reference} is of no kind that can be put in", nameof(resource)),
    };

    /// <summary>The same namespace without a pod, controller, budget or autoscaler.</summary>
    public NamespaceSnapshot Without(IResource resource) => resource switch
    {
        Pod => new(this, _pods.Without(resource.Kind, resource.Metadata.Name)),
        Workload workload => new(this, _controllers.Without(resource.Kind, resource.Metadata.Name), workload, null),
        PodDisruptionBudget budget => new(this, _budgetList.Without(resource.Kind, resource.Metadata.Name), (PodDisruptionBudget?)Find(budget), null),
        Autoscaler => new(this, _autoscalers.Without(resource.Kind, resource.Metadata.Name)),
        _ => throw new ArgumentException($"{resource.Reference} is of no kind that can be taken out", nameof(resource)),
    };

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

    private Lazy<WorkloadIndex> WholeWorkloads() => new(() => new WholeWorkloadIndex(this));

    private Lazy<BudgetIndex> WholeBudgets() => new(() => new WholeBudgetIndex(this));

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

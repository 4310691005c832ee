using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>
/// The objects whose verdict a request decides beside its own: the budgets over a workload's pods, the autoscaler of a workload, and the
/// other way round.
/// </summary>
internal static class ReviewScope
{
    // A budget may select a whole namespace; what it does to the first few workloads is what it does to all.
    private const int MaxWorkloads = 20;

    /// <summary>Adds the objects around a subject to a list, each once.</summary>
    public static void AddRelated(List<IResource> scope, ReviewSubject subject, ClusterSnapshot cluster)
    {
        var around = cluster.InNamespace(subject.Any.Metadata.Namespace);
        foreach (var state in (ReadOnlySpan<IResource?>)[subject.After, subject.Before])
        {
            switch (state)
            {
                case Workload workload: AddAround(scope, workload, around); break;
                case Pod pod: AddBudgets(scope, around, pod.Metadata.Labels); break;
                case PodDisruptionBudget budget: AddAll(scope, Selected(budget, around)); break;
                case Autoscaler autoscaler: AddTarget(scope, autoscaler, around); break;
                default: break;
            }
        }
    }

    private static void AddAround(List<IResource> scope, Workload workload, NamespaceSnapshot around)
    {
        AddBudgets(scope, around, workload.Template.Labels);
        if (around.AutoscalerOf(workload) is { } autoscaler)
        {
            Add(scope, autoscaler);
        }
    }

    private static void AddTarget(List<IResource> scope, Autoscaler autoscaler, NamespaceSnapshot around)
    {
        if (around.FindController(autoscaler.TargetKind, autoscaler.TargetName) is { Metadata.Controller: null } target)
        {
            Add(scope, target);
            AddBudgets(scope, around, target.Template.Labels);
        }
    }

    private static IEnumerable<Workload> Selected(PodDisruptionBudget budget, NamespaceSnapshot around) =>
        (around.Find(budget) is PodDisruptionBudget there && ReferenceEquals(there, budget)
            ? around.WorkloadsSelectedBy(budget)
            : around.Workloads.Where(workload => budget.Selects(workload.Template.Labels))).Take(MaxWorkloads);

    private static void AddBudgets(List<IResource> scope, NamespaceSnapshot around, LabelSet labels)
    {
        foreach (var budget in around.BudgetsSelecting(labels))
        {
            Add(scope, budget);
        }
    }

    private static void AddAll(List<IResource> scope, IEnumerable<IResource> resources)
    {
        foreach (var resource in resources)
        {
            Add(scope, resource);
        }
    }

    private static void Add(List<IResource> scope, IResource resource)
    {
        foreach (var known in scope)
        {
            if (known.Kind == resource.Kind && known.Metadata.Name == resource.Metadata.Name)
            {
                return;
            }
        }

        scope.Add(resource);
    }
}

using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>Collects the objects of one namespace.</summary>
internal sealed class NamespaceBuilder
{
    private readonly List<Pod> _pods = [];
    private readonly List<Workload> _controllers = [];
    private readonly List<PodDisruptionBudget> _budgets = [];
    private readonly List<Autoscaler> _autoscalers = [];
    private readonly List<Service> _services = [];
    private readonly List<PersistentVolumeClaim> _claims = [];
    private readonly List<ResourceQuota> _quotas = [];
    private readonly List<LimitRange> _limitRanges = [];

    public KubernetesNamespace? Object { get; set; }

    /// <summary>Sorts by kind and name; of two objects with one name the later one wins, unless they are in a namespace and each is still to get a name.</summary>
    public static ImmutableArray<T> ByName<T>(List<T> items)
        where T : class, IResource
    {
        // OrderBy is stable, so the last of each group is the one added last.
        var sorted = items.OrderBy(item => item.Kind, StringComparer.Ordinal).ThenBy(item => item.Metadata.Name, StringComparer.Ordinal).ToArray();
        var result = ImmutableArray.CreateBuilder<T>(sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i + 1 == sorted.Length || sorted[i].Metadata.Name != sorted[i + 1].Metadata.Name || sorted[i].Kind != sorted[i + 1].Kind
                || sorted[i].Metadata is { IsNameGenerated: true, Namespace: not null })
            {
                result.Add(sorted[i]);
            }
        }

        return result.DrainToImmutable();
    }

    public void Add(IResource resource)
    {
        switch (resource)
        {
            case Pod pod: _pods.Add(pod); break;
            case Workload workload: _controllers.Add(workload); break;
            case PodDisruptionBudget budget: _budgets.Add(budget); break;
            case Autoscaler autoscaler: _autoscalers.Add(autoscaler); break;
            case Service service: _services.Add(service); break;
            case PersistentVolumeClaim claim: _claims.Add(claim); break;
            case ResourceQuota quota: _quotas.Add(quota); break;
            case LimitRange limitRange: _limitRanges.Add(limitRange); break;
            default: throw new ArgumentException($"{resource.Reference} belongs to no namespace", nameof(resource));
        }
    }

    public NamespaceSnapshot Build(string name) => new()
    {
        Name = name,
        Object = Object,
        Pods = ByName(_pods),
        Controllers = ByName(_controllers),
        Budgets = ByName(_budgets),
        Autoscalers = ByName(_autoscalers),
        Services = ByName(_services),
        Claims = ByName(_claims),
        Quotas = ByName(_quotas),
        LimitRanges = ByName(_limitRanges),
    };
}

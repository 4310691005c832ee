using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>Which objects of a cluster a rule of a type is asked about.</summary>
internal static class RuleSubjects
{
    /// <summary>All objects of a type, sorted by namespace, kind and name. Workloads are the topmost ones only.</summary>
    public static IEnumerable<IResource> Of<T>(ClusterSnapshot cluster)
        where T : class, IResource
    {
        // Switching on the type, not on reflection, keeps ahead-of-time compilation possible.
        return default(T) switch
        {
            _ when typeof(T) == typeof(Workload) => cluster.Workloads,
            _ when typeof(T) == typeof(Pod) => cluster.Pods,
            _ when typeof(T) == typeof(Node) => cluster.Nodes,
            _ when typeof(T) == typeof(PodDisruptionBudget) => cluster.Budgets,
            _ when typeof(T) == typeof(Autoscaler) => cluster.Namespaces.Values.SelectMany(n => n.Autoscalers),
            _ when typeof(T) == typeof(PersistentVolumeClaim) => cluster.Namespaces.Values.SelectMany(n => n.Claims),
            _ when typeof(T) == typeof(Service) => cluster.Namespaces.Values.SelectMany(n => n.Services),
            _ when typeof(T) == typeof(KubernetesNamespace) => cluster.Namespaces.Values.Select(n => n.Object).OfType<KubernetesNamespace>(),
            _ when typeof(T) == typeof(PersistentVolume) => cluster.PersistentVolumes,
            _ when typeof(T) == typeof(VolumeAttachment) => cluster.VolumeAttachments,
            _ when typeof(T) == typeof(WebhookConfiguration) => cluster.WebhookConfigurations,
            _ when typeof(T) == typeof(IResource) => All(cluster),
            _ => throw new NotSupportedException($"no subjects of type {typeof(T).Name}"),
        };
    }

    private static IEnumerable<IResource> All(ClusterSnapshot cluster) =>
        cluster.Nodes.Cast<IResource>()
            .Concat(cluster.PersistentVolumes).Concat(cluster.StorageClasses).Concat(cluster.CsiNodes)
            .Concat(cluster.PriorityClasses).Concat(cluster.WebhookConfigurations).Concat(cluster.Others)
            .Concat(cluster.Namespaces.Values.SelectMany(InNamespace));

    private static IEnumerable<IResource> InNamespace(NamespaceSnapshot contents) =>
        contents.Controllers.Where(c => c.Metadata.Controller is null).Cast<IResource>()
            .Concat(contents.Pods.Where(p => p.Metadata.Controller is null)).Concat(contents.Budgets).Concat(contents.Autoscalers)
            .Concat(contents.Services).Concat(contents.Claims).Concat(contents.Quotas).Concat(contents.LimitRanges);
}

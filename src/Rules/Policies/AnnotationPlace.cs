using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>Annotations that may exempt an object: its own, its template's, its owner's, its namespace's.</summary>
/// <param name="Carrier">The object that carries them.</param>
/// <param name="Path">The field that holds them.</param>
/// <param name="Annotations">The annotations.</param>
internal readonly record struct AnnotationPlace(IResource Carrier, string Path, LabelSet Annotations)
{
    private const string OwnPath = "metadata.annotations";

    /// <summary>The places that count for an object, nearest first.</summary>
    public static IEnumerable<AnnotationPlace> For(IResource subject, ClusterSnapshot cluster)
    {
        foreach (var place in On(subject))
        {
            yield return place;
        }

        if (string.IsNullOrEmpty(subject.Metadata.Namespace))
        {
            yield break;
        }

        var contents = cluster.InNamespace(subject.Metadata.Namespace);
        if (OwnerOf(subject, contents) is { } owner && !ReferenceEquals(owner, subject))
        {
            foreach (var place in On(owner))
            {
                yield return place;
            }
        }

        if (contents.Object is { } self)
        {
            yield return new(self, OwnPath, self.Metadata.Annotations);
        }
    }

    /// <summary>The places on one object.</summary>
    public static IEnumerable<AnnotationPlace> On(IResource carrier)
    {
        yield return new(carrier, OwnPath, carrier.Metadata.Annotations);
        if (carrier is Workload { Template.Annotations.Count: > 0 } workload && PodDefinition.Of(workload) is { } pods)
        {
            yield return new(carrier, pods.Field(OwnPath), workload.Template.Annotations);
        }
    }

    /// <summary>Every object that may carry an exemption for itself. Copies on controlled objects are their owner's to answer for.</summary>
    public static IEnumerable<IResource> Carriers(ClusterSnapshot cluster)
    {
        foreach (var contents in cluster.Namespaces.Values)
        {
            var carriers = contents.Workloads.Cast<IResource>().Concat(contents.Pods).Concat(contents.Budgets)
                .Concat(contents.Autoscalers).Concat(contents.Services).Concat(contents.Claims)
                .Where(each => each is Workload || each.Metadata.Controller is null);
            foreach (var carrier in contents.Object is { } self ? carriers.Prepend(self) : carriers)
            {
                yield return carrier;
            }
        }

        foreach (var carrier in cluster.Nodes.Cast<IResource>().Concat(cluster.PersistentVolumes).Concat(cluster.WebhookConfigurations))
        {
            yield return carrier;
        }
    }

    // What an autoscaler does is decided for the workload that it scales, so that workload counts as its owner.
    private static Workload? OwnerOf(IResource subject, NamespaceSnapshot contents) => subject switch
    {
        Pod pod => contents.WorkloadOf(pod),
        Autoscaler autoscaler => contents.Workloads.FirstOrDefault(workload => autoscaler.Targets(workload.Reference)),
        { Metadata.Controller: { } owner } => contents.FindController(owner.Kind, owner.Name),
        _ => null,
    };
}

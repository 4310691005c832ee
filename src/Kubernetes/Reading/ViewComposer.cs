using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>Makes snapshots of mirrors. What has not changed since the snapshot before is the same instance, with its indexes.</summary>
internal sealed class ViewComposer(IReadOnlyList<ResourceMirror> mirrors)
{
    private readonly Dictionary<string, ResourceMirror> _byKind = mirrors.ToDictionary(mirror => mirror.Resource.Kind, StringComparer.Ordinal);

    /// <summary>Makes the next snapshot.</summary>
    /// <param name="previous">The snapshot before.</param>
    /// <param name="capturedAt">The time.</param>
    /// <param name="known">The kinds that are known.</param>
    /// <param name="serverVersion">The server's version.</param>
    /// <param name="work">How much there was to do.</param>
    public ClusterSnapshot Compose(ClusterSnapshot previous, DateTimeOffset capturedAt, ResourceKinds known, string? serverVersion, out ViewWork work)
    {
        var changes = mirrors.ToDictionary(mirror => mirror.Resource.Kind, mirror => mirror.Settle(), StringComparer.Ordinal);
        var names = changes.Values.SelectMany(change => change.Namespaces).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        work = new(names.Count, changes.Values.Sum(change => change.Touched), changes.Values.Any(change => change.Namespaces.Count > 0));
        return new()
        {
            CapturedAt = capturedAt,
            Known = known,
            ServerVersion = serverVersion,
            Nodes = Pick(previous.Nodes, "", changes, "Node"),
            Namespaces = Compose(previous.Namespaces, names, changes),
            PersistentVolumes = Pick(previous.PersistentVolumes, "", changes, "PersistentVolume"),
            StorageClasses = Pick(previous.StorageClasses, "", changes, "StorageClass"),
            CsiNodes = Pick(previous.CsiNodes, "", changes, "CSINode"),
            VolumeAttachments = Pick(previous.VolumeAttachments, "", changes, "VolumeAttachment"),
            PriorityClasses = Pick(previous.PriorityClasses, "", changes, "PriorityClass"),
            WebhookConfigurations = Pick(previous.WebhookConfigurations, "", changes, "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"),
            Problems = [.. mirrors.SelectMany(mirror => mirror.Problems)],
        };
    }

    private ImmutableSortedDictionary<string, NamespaceSnapshot> Compose(
        ImmutableSortedDictionary<string, NamespaceSnapshot> previous, HashSet<string> names, Dictionary<string, SettledChanges> changes)
    {
        var namespaces = previous.ToBuilder();
        foreach (var name in names)
        {
            if (mirrors.All(mirror => mirror.In(name).IsEmpty))
            {
                _ = namespaces.Remove(name);
            }
            else
            {
                namespaces[name] = Compose(previous.GetValueOrDefault(name) ?? new() { Name = name }, changes);
            }
        }

        return namespaces.ToImmutable();
    }

    private NamespaceSnapshot Compose(NamespaceSnapshot previous, Dictionary<string, SettledChanges> changes) => new()
    {
        Name = previous.Name,
        Object = Gather<KubernetesNamespace>(previous.Name, "Namespace").FirstOrDefault(),
        Pods = Pick(previous.Pods, previous.Name, changes, "Pod"),

        // Sorted by kind, as everywhere.
        Controllers = Pick(
            previous.Controllers, previous.Name, changes, "CronJob", "DaemonSet", "Deployment", "Job", "ReplicaSet", "ReplicationController", "StatefulSet"),
        Budgets = Pick(previous.Budgets, previous.Name, changes, "PodDisruptionBudget"),
        Autoscalers = Pick(previous.Autoscalers, previous.Name, changes, "HorizontalPodAutoscaler", "ScaledObject"),
        Services = Pick(previous.Services, previous.Name, changes, "Service"),
        Claims = Pick(previous.Claims, previous.Name, changes, "PersistentVolumeClaim"),
        Quotas = Pick(previous.Quotas, previous.Name, changes, "ResourceQuota"),
        LimitRanges = Pick(previous.LimitRanges, previous.Name, changes, "LimitRange"),
    };

    private ImmutableArray<T> Pick<T>(ImmutableArray<T> previous, string place, Dictionary<string, SettledChanges> changes, params ReadOnlySpan<string> kinds)
        where T : class, IResource
    {
        foreach (var kind in kinds)
        {
            if (changes.TryGetValue(kind, out var change) && change.Namespaces.Contains(place))
            {
                return Gather<T>(place, kinds);
            }
        }

        return previous;
    }

    private ImmutableArray<T> Gather<T>(string place, params ReadOnlySpan<string> kinds)
        where T : class, IResource
    {
        var picked = ImmutableArray.CreateBuilder<T>();
        foreach (var kind in kinds)
        {
            foreach (var resource in _byKind.TryGetValue(kind, out var mirror) ? mirror.In(place) : [])
            {
                picked.Add((T)resource);
            }
        }

        return picked.DrainToImmutable();
    }
}

using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>The owners of one namespace, found by going through all its objects.</summary>
internal sealed class WholeWorkloadIndex : WorkloadIndex
{
    // A chain of owners longer than this is a cycle.
    private const int MaxDepth = 8;

    private readonly Dictionary<(string Kind, string Name), Workload> _byName = [];
    private readonly Dictionary<OwnerReference, Workload?> _tops = [];
    private readonly HashSet<(string Kind, string Name)> _missing = [];
    private readonly Dictionary<Workload, ImmutableArray<Pod>> _pods;

    public WholeWorkloadIndex(NamespaceSnapshot contents)
    {
        foreach (var controller in contents.Controllers)
        {
            _byName[(controller.Kind, controller.Metadata.Name)] = controller;
        }

        var pods = new Dictionary<Workload, ImmutableArray<Pod>.Builder>(ReferenceEqualityComparer.Instance);
        foreach (var pod in contents.Pods)
        {
            if (pod.Metadata.Controller is { } owner && TopOf(owner, contents.Name, pod) is { } top)
            {
                if (!pods.TryGetValue(top, out var list))
                {
                    pods[top] = list = ImmutableArray.CreateBuilder<Pod>();
                }

                list.Add(pod);
            }
        }

        _pods = new(pods.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToImmutable())), ReferenceEqualityComparer.Instance);
        Top =
        [
            .. contents.Controllers.Where(c => c.Metadata.Controller is null)
                .Concat(contents.Controllers.Select(c => c.Metadata.Controller).OfType<OwnerReference>().Select(o => TopOf(o, contents.Name, null)).OfType<Workload>())
                .Concat(_pods.Keys)
                .Distinct(ReferenceEqualityComparer.Instance).Cast<Workload>()
                .OrderBy(w => w.Kind, StringComparer.Ordinal).ThenBy(w => w.Metadata.Name, StringComparer.Ordinal),
        ];
    }

    public override ImmutableArray<Workload> Top { get; }

    public override Workload? Find(string kind, string name) => _byName.GetValueOrDefault((kind, name));

    public override Workload? Of(Pod pod) => pod.Metadata.Controller is { } owner ? _tops.GetValueOrDefault(owner) : null;

    public override ImmutableArray<Pod> PodsOf(Workload workload) => _pods.TryGetValue(workload, out var pods) ? pods : [];

    // A Deployment may also be named by the pods of its ReplicaSets, where those were not read.
    public override bool Misses(string kind, string name) =>
        _missing.Contains((kind, name))
        || (kind == "Deployment" && _missing.Any(each => each.Kind == "ReplicaSet" && each.Name.StartsWith($"{name}-", StringComparison.Ordinal)));

    private Workload? TopOf(OwnerReference owner, string @namespace, Pod? pod)
    {
        // A mirror pod is controlled by its Node, which makes no pods.
        if (owner.Kind == "Node" && owner.Group.Length == 0)
        {
            return null;
        }

        if (_tops.TryGetValue(owner, out var known))
        {
            return known;
        }

        var current = owner;
        var found = Find(owner.Kind, owner.Name) ?? DeploymentBehind(owner, pod);
        for (var depth = 0; depth < MaxDepth && found?.Metadata.Controller is { } next; depth++)
        {
            current = next;
            found = Find(next.Kind, next.Name);
        }

        if (found is null)
        {
            _ = _missing.Add((current.Kind, current.Name));
        }

        var top = found ?? (_tops.TryGetValue(current, out var custom) ? custom : Unknown(current, @namespace, pod));
        _tops[current] = top;
        return _tops[owner] = top;
    }

    // Where ReplicaSets were not read, a pod's hash still tells which part of its ReplicaSet's name is the Deployment's.
    private Workload? DeploymentBehind(OwnerReference owner, Pod? pod) =>
        owner is { Kind: "ReplicaSet", Group: "apps" } && pod?.Metadata.Labels.Find("pod-template-hash") is { Length: > 0 } hash
        && owner.Name.EndsWith($"-{hash}", StringComparison.Ordinal)
            ? Find("Deployment", owner.Name[..^(hash.Length + 1)])
            : null;

    private static Workload Unknown(OwnerReference owner, string @namespace, Pod? pod) => new()
    {
        ApiVersion = owner.ApiVersion,
        Kind = owner.Kind,
        Type = WorkloadKind.Custom,
        Metadata = new() { Name = owner.Name, Namespace = @namespace, Source = pod?.Metadata.Source ?? default },
        Template = pod is null ? PodTemplate.Empty : new(pod.Metadata.Labels, pod.Metadata.Annotations, pod.Spec),
    };
}

using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>Builds the selector that default spread constraints use: the pod's Services and its owner's selector, all at once.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/framework/plugins/helper/spread.go (DefaultSelector)</remarks>
internal sealed class DefaultSelectors(ClusterSnapshot snapshot)
{
    private readonly Dictionary<string, Dictionary<KeyValuePair<string, string>, List<Service>>> _services = new(StringComparer.Ordinal);

    /// <summary>The selector; null when there is none to build, or when what it is built from is not in the snapshot.</summary>
    public LabelSelector? For(string @namespace, LabelSet labels, OwnerReference? owner, out string? unknown)
    {
        var fromOwner = OwnerSelector(@namespace, owner, out var ownerIsUnknown);
        var pairs = ServicesOf(@namespace, labels).SelectMany(service => service.Selector).ToList();
        unknown = ownerIsUnknown ? $"the selector of {owner!.Kind} {@namespace}/{owner.Name} is not in the snapshot"
            : fromOwner is null && !snapshot.Knows(ResourceKinds.Services) ? "Services are not in the snapshot"
            : null;
        if (fromOwner is null)
        {
            return pairs.Count == 0 ? null : new(LabelSet.Of(pairs), []);
        }

        // A Service that selects the pod and an owner that disagrees on a value would select nothing; both are kept as written.
        var both = LabelSet.Of(fromOwner.MatchLabels.Concat(pairs));
        var merged = new LabelSelector(both, [.. Conflicts(fromOwner, both), .. fromOwner.MatchExpressions]);
        return merged.IsEmpty ? null : merged;
    }

    private static IEnumerable<SelectorRequirement> Conflicts(LabelSelector owner, LabelSet both) =>
        owner.MatchLabels.Where(pair => both.Find(pair.Key) != pair.Value)
            .Select(pair => new SelectorRequirement(pair.Key, SelectorOperator.In, [pair.Value]));

    private LabelSelector? OwnerSelector(string @namespace, OwnerReference? owner, out bool isUnknown)
    {
        var kind = owner switch
        {
            { Kind: "ReplicaSet", Group: "apps" } => ResourceKinds.ReplicaSets,
            { Kind: "StatefulSet", Group: "apps" } => ResourceKinds.StatefulSets,
            // No pod names a Deployment as its controller; a template without ReplicaSet does, and its pods will be selected by it.
            { Kind: "Deployment", Group: "apps" } => ResourceKinds.Deployments,
            { Kind: "ReplicationController", Group: "" } => ResourceKinds.ReplicationControllers,
            _ => ResourceKinds.None,
        };
        var found = kind == ResourceKinds.None ? null : snapshot.InNamespace(@namespace).FindController(owner!.Kind, owner.Name);
        isUnknown = kind != ResourceKinds.None && found is null && !snapshot.Knows(kind);
        return found?.Selector;
    }

    private IEnumerable<Service> ServicesOf(string @namespace, LabelSet labels)
    {
        if (!_services.TryGetValue(@namespace, out var index))
        {
            _services[@namespace] = index = new(PairComparer<string>.Instance);
            foreach (var service in snapshot.InNamespace(@namespace).Services.Where(service => service.Selector.Count > 0))
            {
                var first = service.Selector.First();
                if (!index.TryGetValue(first, out var list))
                {
                    index[first] = list = [];
                }

                list.Add(service);
            }
        }

        return labels.SelectMany(pair => index.GetValueOrDefault(pair) ?? []).Where(service => service.Selects(labels));
    }
}

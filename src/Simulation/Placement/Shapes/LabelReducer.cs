using System.Collections.Concurrent;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>Drops the labels of pods that no selector reads, so that more pods count as equal.</summary>
internal sealed class LabelReducer
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LabelSet, LabelSet> _reduced = [];

    public LabelReducer(ClusterSnapshot snapshot)
    {
        var seen = new HashSet<PodSpec>(ReferenceEqualityComparer.Instance);
        foreach (var contents in snapshot.Namespaces.Values)
        {
            foreach (var spec in contents.Pods.Select(pod => pod.Spec).Concat(contents.Controllers.Select(c => c.Template.Spec)))
            {
                if (seen.Add(spec))
                {
                    Read(spec);
                }
            }

            foreach (var controller in contents.Controllers)
            {
                Read(controller.Selector);
            }

            _read.UnionWith(contents.Services.SelectMany(service => service.Selector.Keys));
        }
    }

    /// <summary>The labels that some selector reads.</summary>
    public LabelSet Reduce(LabelSet labels) =>
        _reduced.GetOrAdd(labels, static (all, read) => LabelSet.Of(all.Where(pair => read.Contains(pair.Key))), _read);

    private void Read(PodSpec spec)
    {
        foreach (var constraint in spec.TopologySpreadConstraints)
        {
            Read(constraint.Selector);
            _read.UnionWith(constraint.MatchLabelKeys);
        }

        if (spec.Affinity is { } affinity)
        {
            var terms = affinity.RequiredPodAffinity.Concat(affinity.RequiredPodAntiAffinity)
                .Concat(affinity.PreferredPodAffinity.Concat(affinity.PreferredPodAntiAffinity).Select(weighted => weighted.Term));
            foreach (var term in terms)
            {
                Read(term.Selector);
            }
        }
    }

    private void Read(LabelSelector? selector)
    {
        if (selector is not null)
        {
            _read.UnionWith(selector.MatchLabels.Keys);
            _read.UnionWith(selector.MatchExpressions.Select(requirement => requirement.Key));
        }
    }
}

using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>Makes shapes, resolving everything that the scheduler looks up elsewhere.</summary>
internal sealed class ShapeFactory(ClusterSnapshot snapshot, SchedulerSettings settings)
{
    private readonly DefaultSelectors _defaultSelectors = new(snapshot);
    private readonly NamespaceLabels _namespaces = new(snapshot);
    private readonly VolumeResolver _volumes = new(snapshot);
    private readonly Priorities _priorities = new(snapshot);

    public PodShape Make(ShapeSubject subject, LabelSet reducedLabels)
    {
        var (spec, affinity) = (subject.Spec, subject.Spec.Affinity ?? new Affinity());
        var unknowns = ImmutableArray.CreateBuilder<string>();
        var uncertainties = ImmutableArray.CreateBuilder<string>();
        if (spec.SchedulerName != PodSpec.DefaultScheduler)
        {
            unknowns.Add($"scheduler {spec.SchedulerName} is not the one that is modelled");
        }

        if (spec.ResourceClaims.Length > 0)
        {
            unknowns.Add("dynamic resource claims are not modelled");
        }

        var volumes = subject.ClaimsOf is { } set
            ? _volumes.ResolveTemplates(set.VolumeClaimTemplates)
            : _volumes.Resolve(subject.Namespace, subject.PodName, spec.Volumes, subject.IsNew);
        unknowns.AddRange(volumes.Unknowns);
        var rules = spec.TopologySpreadConstraints.IsEmpty
            ? DefaultRules(subject, unknowns, uncertainties)
            : [.. spec.TopologySpreadConstraints.Select(c => Rule(c, WithMatchLabels(c, subject.Labels), subject.Labels))];
        return new()
        {
            Namespace = subject.Namespace,
            Labels = reducedLabels,
            Spec = spec,
            Requests = subject.Resized is { } pod ? PodRequests.OfRunning(pod) : PodRequests.OfIncoming(spec),
            Priority = _priorities.Of(spec),
            MayPreempt = _priorities.MayPreempt(spec),
            AssignedNode = subject.AssignedNode,
            NodeRules = NodeRules(spec, affinity),
            SpreadRules = rules,
            SpreadToleratesMissingKeys = spec.TopologySpreadConstraints.IsEmpty && settings.DefaultSpread.IsSystem,
            RequiredAffinity = Terms(affinity.RequiredPodAffinity, subject.Namespace, unknowns),
            RequiredAntiAffinity = Terms(affinity.RequiredPodAntiAffinity, subject.Namespace, unknowns),
            PreferredTerms =
            [
                .. Weighted(affinity.PreferredPodAffinity, 1, subject.Namespace, uncertainties),
                .. Weighted(affinity.PreferredPodAntiAffinity, -1, subject.Namespace, uncertainties),
            ],
            HostPorts = [.. spec.Containers.Concat(spec.InitContainers.Where(c => c.IsSidecar)).SelectMany(c => c.HostPorts).Distinct()],
            Volumes = volumes,
            Unknowns = unknowns.ToImmutable(),
            Uncertainties = uncertainties.ToImmutable(),
        };
    }

    private ImmutableArray<SpreadRule> DefaultRules(
        ShapeSubject subject, ImmutableArray<string>.Builder unknowns, ImmutableArray<string>.Builder uncertainties)
    {
        if (settings.DefaultSpread.Constraints.IsEmpty)
        {
            return [];
        }

        var selector = _defaultSelectors.For(subject.Namespace, subject.Labels, subject.Owner, out var unknown);
        if (unknown is not null)
        {
            (settings.DefaultSpread.Constraints.Any(c => c.IsHard) ? unknowns : uncertainties).Add(unknown);
        }

        return selector is null ? [] : [.. settings.DefaultSpread.Constraints.Select(c => Rule(c, selector, subject.Labels))];
    }

    private static SpreadRule Rule(TopologySpreadConstraint constraint, LabelSelector? selector, LabelSet labels) => new()
    {
        TopologyKey = constraint.TopologyKey,
        Selector = selector,
        MaxSkew = constraint.MaxSkew,
        IsHard = constraint.IsHard,
        MinDomains = constraint.MinDomains,
        HonorsNodeAffinity = constraint.HonorsNodeAffinity,
        HonorsNodeTaints = constraint.HonorsNodeTaints,
        SelectsSelf = selector is not null && selector.Matches(labels),
    };

    private static LabelSelector? WithMatchLabels(TopologySpreadConstraint constraint, LabelSet labels)
    {
        if (constraint.Selector is not { } selector || constraint.MatchLabelKeys.IsEmpty)
        {
            return constraint.Selector;
        }

        // From 1.34 the API server has merged them already; saying the same twice does not change what matches.
        var own = constraint.MatchLabelKeys
            .Where(key => labels.ContainsKey(key) && selector.MatchLabels.Find(key) is null)
            .Select(key => KeyValuePair.Create(key, labels[key]));
        return selector with { MatchLabels = LabelSet.Of(selector.MatchLabels.Concat(own)) };
    }

    private static ImmutableArray<NodeRule> NodeRules(PodSpec spec, Affinity affinity)
    {
        var rules = ImmutableArray.CreateBuilder<NodeRule>();
        if (spec.NodeSelector.Count > 0)
        {
            var pairs = spec.NodeSelector.Select(pair => new SelectorRequirement(pair.Key, SelectorOperator.In, [pair.Value]));
            rules.Add(new([new([.. pairs], [])], "no match for the pod's node selector"));
        }

        if (affinity.RequiredNodeTerms is { } terms)
        {
            rules.Add(new(terms, "no match for the pod's node affinity"));
        }

        return rules.ToImmutable();
    }

    private ImmutableArray<PodTerm> Terms(ImmutableArray<PodAffinityTerm> terms, string own, ImmutableArray<string>.Builder unknowns) =>
        [.. terms.Select(term => Resolve(term, own, unknowns))];

    private IEnumerable<WeightedTerm> Weighted(
        ImmutableArray<Weighted<PodAffinityTerm>> terms, int sign, string own, ImmutableArray<string>.Builder uncertainties) =>
        terms.Select(weighted => new WeightedTerm(Resolve(weighted.Term, own, uncertainties), sign * weighted.Weight));

    private PodTerm Resolve(PodAffinityTerm term, string own, ImmutableArray<string>.Builder problems)
    {
        var resolved = _namespaces.Resolve(term, own, out var unknown);
        if (!unknown.IsEmpty)
        {
            problems.Add($"labels of namespace {unknown[0]}{(unknown.Length > 1 ? $" and {unknown.Length - 1} more" : "")} are not in the snapshot");
        }

        return resolved;
    }
}

using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Works out all shapes of a catalog for fast placement.</summary>
internal sealed class IndexBuilder
{
    private readonly PlacementCatalog _catalog;
    private readonly NodeSetRegistry _nodeSets;
    private readonly RuleIndex _rules;
    private readonly ImageIndex _images;
    private readonly VolumeIndex _volumes;
    private readonly ShapeFinder _finder;
    private readonly CounterRegistry _counters;
    private readonly Numbering<PodRequests> _requests = new();
    private readonly List<CarriedTerm> _carried = [];

    private IndexBuilder(PlacementCatalog catalog)
    {
        _catalog = catalog;
        _nodeSets = new(catalog.Nodes);
        _rules = new(catalog.Nodes);
        _images = new(catalog.Nodes, catalog.Shapes.Select(shape => shape.Spec).Distinct(ReferenceEqualityComparer.Instance).Cast<Model.Resources.PodSpec>());
        _volumes = new(catalog.Snapshot);
        _finder = new(catalog.Shapes);
        _counters = new(catalog.Shapes, _finder);
    }

    public static PlacementIndex Build(PlacementCatalog catalog) => new IndexBuilder(catalog).Build();

    private PlacementIndex Build()
    {
        _volumes.Read();
        var plans = _catalog.Shapes.Select(Plan).ToArray();
        JoinCarriers(plans);
        foreach (var shape in _catalog.Shapes)
        {
            plans[shape.Id].Counted = _counters.CountedOf(shape);
        }

        var resources = new Numbering<string>(StringComparer.Ordinal);
        _ = (resources.NumberOf(Model.Primitives.ResourceAmounts.Cpu), resources.NumberOf(Model.Primitives.ResourceAmounts.Memory));
        var requests = _requests.Items.Select(each => new RequestClass(each, resources, _catalog.Settings.IgnoredResources)).ToArray();
        var everywhere = Enumerable.Repeat(ulong.MaxValue, Bits.Words(_catalog.NodeCount)).ToArray();
        return new()
        {
            Plans = plans,
            Requests = requests,
            Resources = [.. resources.Items],
            Tolerations = [.. _nodeSets.Tolerations.Items],
            Keys = [.. _nodeSets.Keys],
            Rules = _rules,
            NodeSets = [.. _nodeSets.Sets],
            Tallies = [.. _nodeSets.Tallies],
            Counters = [.. _counters.Counters],
            Images = _images,
            ImageScores = [.. Enumerable.Range(0, _images.Count).Select(number => _images.Scores(number, everywhere, _catalog.NodeCount))],
            Volumes = _volumes,
        };
    }

    private ShapePlan Plan(PodShape shape)
    {
        var rules = shape.NodeRules.Select(_rules.NumberOf).ToArray();
        Carry(shape);
        var volumes = _volumes.Of(shape);
        return new()
        {
            Requests = _requests.NumberOf(shape.Requests),
            Tolerations = _nodeSets.Tolerations.NumberOf(shape.Spec.Tolerations),
            Rules = [.. rules.Concat(shape.Volumes.NodeRules.Select(_rules.NumberOf)).Distinct()],
            PreferredRules =
            [
                .. (shape.Spec.Affinity?.PreferredNodeTerms ?? []).Select(term => new Weight(_rules.NumberOf(new([term.Term], "")), term.Weight)),
            ],
            HardSpread = [.. shape.SpreadRules.Where(rule => rule.IsHard).Select(rule => Hard(shape, rule, rules))],
            SoftSpread = [.. shape.SpreadRules.Where(rule => !rule.IsHard).Select(rule => Soft(shape, rule, rules))],
            Near = [.. shape.RequiredAffinity.Select(term => Counted(term.TopologyKey, shape.RequiredAffinity))],
            IsNearItself = shape.RequiredAffinity.All(term => term.Matches(shape.Namespace, shape.Labels)),
            Avoided = [.. shape.RequiredAntiAffinity.Select(term => Counted(term.TopologyKey, [term])).Where(counted => counted.Counter >= 0)],
            Claims = [.. shape.Volumes.ExclusiveClaims.Select(claim => ClaimOf(shape, claim))],
            Volumes = volumes,
            Images = _images.NumberOf(shape.Spec),
            LooksAtPods = shape.HostPorts.Length > 0 || shape.Volumes.Disks.Length > 0 || volumes.Length > 0,
        };
    }

    private KeyedCounter Counted(string topologyKey, IReadOnlyList<PodTerm> all)
    {
        var key = _nodeSets.KeyOf(topologyKey);
        return new(key, _counters.Selected([.. all.Select(term => (term.Namespaces, term.Selector))], new(key, NodeSet.Everywhere, LeavesOutTerminating: false)));
    }

    private int ClaimOf(PodShape shape, string claim)
    {
        var counter = _counters.Named($"claim {claim}", new(Counter.WholeCluster, NodeSet.Everywhere, LeavesOutTerminating: false));
        _counters.Add(shape, counter, 1);
        return counter;
    }

    private HardSpread Hard(PodShape shape, SpreadRule rule, int[] rules)
    {
        var key = _nodeSets.KeyOf(rule.TopologyKey);
        var nodes = Eligible(shape, rule, rules, allKeys: true);
        return new(key, CounterOf(shape, rule, key, nodes), _nodeSets.TallyOf(nodes, key), rule.MaxSkew, rule.MinDomains, rule.SelectsSelf ? 1 : 0);
    }

    private SoftSpread Soft(PodShape shape, SpreadRule rule, int[] rules)
    {
        var key = _nodeSets.KeyOf(rule.TopologyKey);
        var isHostname = rule.TopologyKey == NodeLabels.Hostname;
        var counter = isHostname
            ? CounterOf(shape, rule, Counter.ByNode, NodeSet.Everywhere)
            : CounterOf(shape, rule, key, Eligible(shape, rule, rules, !shape.SpreadToleratesMissingKeys));
        return new(key, counter, rule.MaxSkew, isHostname);
    }

    private int CounterOf(PodShape shape, SpreadRule rule, int key, int nodes) => rule.Selector is not { IsEmpty: false } selector
        ? -1
        : _counters.Selected([(NamespaceScope.Of([shape.Namespace]), selector)], new(key, nodes, LeavesOutTerminating: true));

    private int Eligible(PodShape shape, SpreadRule rule, int[] rules, bool allKeys)
    {
        var keys = shape.SpreadRules.Where(other => allKeys && other.IsHard == rule.IsHard).Select(other => _nodeSets.KeyOf(other.TopologyKey));
        return _nodeSets.NumberOf(new(
            [.. keys.Distinct().Order()],
            rule.HonorsNodeAffinity ? [.. rules.Distinct().Order()] : [],
            rule.HonorsNodeTaints ? _nodeSets.Tolerations.NumberOf(shape.Spec.Tolerations) : -1));
    }

    // Terms work both ways: what a pod on a node prefers or rejects counts for the pods that its terms mean.
    private void Carry(PodShape shape)
    {
        foreach (var term in shape.RequiredAntiAffinity)
        {
            Carry(shape, term, isRepelling: true, 1);
        }

        foreach (var term in shape.RequiredAffinity)
        {
            Carry(shape, term, isRepelling: false, _catalog.Settings.HardPodAffinityWeight);
        }

        foreach (var (term, weight) in shape.PreferredTerms)
        {
            Carry(shape, term, isRepelling: false, weight);
        }
    }

    private void Carry(PodShape shape, PodTerm term, bool isRepelling, int weight)
    {
        if (term.Selector is not null)
        {
            var key = _nodeSets.KeyOf(term.TopologyKey);
            var before = _counters.Counters.Count;
            var counter = _counters.Carrying(isRepelling ? "repelled" : "attracted", term, new(key, NodeSet.Everywhere, LeavesOutTerminating: false));
            _counters.Add(shape, counter, weight);
            if (counter == before)
            {
                _carried.Add(new(term, new(key, counter), isRepelling));
            }
        }
    }

    private void JoinCarriers(ShapePlan[] plans)
    {
        var repelled = _carried.Where(each => each.IsRepelling).SelectMany(each => Meant(each).Select(shape => (shape.Id, each.Counter))).ToLookup(pair => pair.Id, pair => pair.Counter);
        var attracted = _carried.Where(each => !each.IsRepelling).SelectMany(each => Meant(each).Select(shape => (shape.Id, each.Counter))).ToLookup(pair => pair.Id, pair => pair.Counter);
        foreach (var shape in _catalog.Shapes)
        {
            var plan = plans[shape.Id];
            plan.Repelled = [.. repelled[shape.Id]];
            plan.Apart = [.. plan.Avoided.Concat(plan.Repelled).GroupBy(each => each.Key).Select(group => new Apart(group.Key, [.. group.Select(each => each.Counter).Distinct()]))];
            var own = shape.PreferredTerms.Select(each => (Counted(each.Term.TopologyKey, [each.Term]), each.Weight)).Where(each => each.Item1.Counter >= 0);
            plan.Pulls =
            [
                .. own.Concat(attracted[shape.Id].Select(each => (each, 1))).GroupBy(each => each.Item1.Key)
                    .Select(group => new Pull(group.Key, [.. group.Select(each => new Weight(each.Item1.Counter, each.Item2))])),
            ];
        }
    }

    private IEnumerable<PodShape> Meant(CarriedTerm carried) => _finder.Matching(carried.Term.Namespaces, carried.Term.Selector!);

    private sealed record CarriedTerm(PodTerm Term, KeyedCounter Counter, bool IsRepelling);
}

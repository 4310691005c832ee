using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Numbers the counters that shapes ask for, each once, and finds out which shapes add to them.</summary>
internal sealed class CounterRegistry
{
    private readonly Dictionary<(string Pods, Counter Counter), int> _known = [];
    private readonly Numbering<(NamespaceScope Namespaces, LabelSelector Selector)> _selectors = new();
    private readonly List<Counter> _counters = [];
    private readonly List<Weight>[] _counted;
    private readonly ShapeFinder _shapes;

    public CounterRegistry(IReadOnlyList<PodShape> shapes, ShapeFinder finder)
    {
        _shapes = finder;
        _counted = [.. shapes.Select(_ => new List<Weight>(2))];
    }

    /// <summary>The counters by number.</summary>
    public IReadOnlyList<Counter> Counters => _counters;

    /// <summary>What a pod of a shape adds to which counter.</summary>
    public Weight[] CountedOf(PodShape shape) => [.. _counted[shape.Id]];

    /// <summary>The counter of the pods that meet all of these; -1 when there can be none.</summary>
    public int Selected(IReadOnlyList<(NamespaceScope Namespaces, LabelSelector? Selector)> all, Counter counter)
    {
        if (all.Any(each => each.Selector is null))
        {
            return -1;
        }

        var pods = "pods " + string.Join(',', all.Select(each => _selectors.NumberOf((each.Namespaces, each.Selector!))).Distinct().Order());
        var number = NumberOf(pods, counter, out var isNew);
        if (isNew)
        {
            var first = _shapes.Matching(all[0].Namespaces, all[0].Selector!);
            foreach (var shape in first.Where(shape => all.Skip(1).All(each => each.Namespaces.Includes(shape.Namespace) && each.Selector!.Matches(shape.Labels))))
            {
                _counted[shape.Id].Add(new(number, 1));
            }
        }

        return number;
    }

    /// <summary>The counter of the pods whose shapes are added to it by <see cref="Add"/>.</summary>
    /// <param name="what">What is counted; the same words mean the same counter.</param>
    /// <param name="counter">How it is counted.</param>
    public int Named(string what, Counter counter) => NumberOf(what, counter, out _);

    /// <summary>The counter of the pods that carry a term in one role.</summary>
    public int Carrying(string role, PodTerm term, Counter counter) =>
        Named($"{role} {_selectors.NumberOf((term.Namespaces, term.Selector!))}", counter);

    /// <summary>Lets pods of a shape count.</summary>
    public void Add(PodShape shape, int counter, int weight) => _counted[shape.Id].Add(new(counter, weight));

    private int NumberOf(string pods, Counter counter, out bool isNew)
    {
        isNew = _known.TryAdd((pods, counter), _counters.Count);
        if (isNew)
        {
            _counters.Add(counter);
        }

        return _known[(pods, counter)];
    }
}

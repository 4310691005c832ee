using System.Runtime.InteropServices;

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Gives equal things the same number, from 0 upwards.</summary>
internal sealed class Numbering<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = new(comparer);
    private readonly List<T> _items = [];

    /// <summary>The things by number.</summary>
    public IReadOnlyList<T> Items => _items;

    /// <summary>The number of a thing, a new one when it was not seen before.</summary>
    public int NumberOf(T item)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, item, out var known);
        if (!known)
        {
            number = _items.Count;
            _items.Add(item);
        }

        return number;
    }

    /// <summary>The number of a thing; -1 when it was not seen before.</summary>
    public int Find(T item) => _numbers.TryGetValue(item, out var number) ? number : -1;
}

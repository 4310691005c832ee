using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>
/// Objects of one namespace sorted by kind and name. One that differs from another in a single object costs nothing until somebody wants
/// the whole list.
/// </summary>
internal sealed class Listing<T>
    where T : class, IResource
{
    private readonly ImmutableArray<T> _before;
    private readonly T? _put;
    private readonly int _at;
    private readonly int _dropped;
    private ImmutableArray<T> _items;

    public Listing(ImmutableArray<T> items) => _items = items;

    private Listing(ImmutableArray<T> before, T? put, int at, int dropped) => (_before, _put, _at, _dropped) = (before, put, at, dropped);

    public static Listing<T> Empty { get; } = new([]);

    public ImmutableArray<T> Items
    {
        get
        {
            if (_items.IsDefault)
            {
                _ = ImmutableInterlocked.InterlockedInitialize(ref _items, Changed());
            }

            return _items;
        }
    }

    /// <summary>The object of a kind and name; null when there is none.</summary>
    public T? Find(string kind, string name) => IndexOf(kind, name) is var index and >= 0 ? Items[index] : null;

    /// <summary>The same list with an object, in place of the one of its kind and name if there is one.</summary>
    public Listing<T> With(T item)
    {
        var index = IndexOf(item.Kind, item.Metadata.Name);
        return index >= 0 ? new(Items, item, index, 1) : new(Items, item, ~index, 0);
    }

    /// <summary>The same list without the object of a kind and name.</summary>
    public Listing<T> Without(string kind, string name) => IndexOf(kind, name) is var index and >= 0 ? new(Items, null, index, 1) : this;

    private int IndexOf(string kind, string name)
    {
        var (low, high) = (0, Items.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(Items[middle].Kind, kind);
            order = order != 0 ? order : string.CompareOrdinal(Items[middle].Metadata.Name, name);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    private ImmutableArray<T> Changed() => (_put, _dropped) switch
    {
        (null, _) => _before.RemoveAt(_at),
        ({ } put, 0) => _before.Insert(_at, put),
        ({ } put, _) => _before.SetItem(_at, put),
    };
}

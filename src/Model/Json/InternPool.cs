namespace RiskAnalyzer.Model.Json;

/// <summary>Gives one instance for all values that are equal, so that the pods of one template share what they have in common. For any number of threads.</summary>
internal sealed class InternPool<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<T, T> _known = new(comparer);

    public int Count => _known.Count;

    public T Share(T value)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(value, out var known))
            {
                return known;
            }

            _known.Add(value, value);
            return value;
        }
    }
}

namespace RiskAnalyzer.Model.Json;

/// <summary>Gives one instance for all values that are equal, so that the pods of one template share what they have in common.</summary>
internal sealed class InternPool<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Dictionary<T, T> _known = new(comparer);

    public int Count => _known.Count;

    public T Share(T value)
    {
        if (_known.TryGetValue(value, out var known))
        {
            return known;
        }

        _known.Add(value, value);
        return value;
    }
}

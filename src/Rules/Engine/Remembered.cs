namespace RiskAnalyzer.Rules.Engine;

/// <summary>What was found of objects during one evaluation. The first has a place of its own, as a review asks about little more than that.</summary>
internal struct Remembered<TKey, TValue>
    where TKey : class
{
    private TKey? _firstKey;
    private TValue? _first;
    private Dictionary<TKey, TValue>? _others;

    public readonly bool TryGet(TKey key, out TValue? value)
    {
        if (ReferenceEquals(key, _firstKey))
        {
            value = _first;
            return true;
        }

        value = default;
        return _others is not null && _others.TryGetValue(key, out value);
    }

    public void Add(TKey key, TValue value)
    {
        if (_firstKey is null)
        {
            (_firstKey, _first) = (key, value);
        }
        else
        {
            (_others ??= new(ReferenceEqualityComparer.Instance)).Add(key, value);
        }
    }
}

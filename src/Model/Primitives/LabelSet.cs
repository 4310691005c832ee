using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace RiskAnalyzer.Model.Primitives;

/// <summary>An immutable, sorted set of labels or annotations that compares by content, so that equal sets can be shared.</summary>
public sealed class LabelSet : IReadOnlyDictionary<string, string>, IEquatable<LabelSet>
{
    private readonly KeyValuePair<string, string>[] _pairs;
    private readonly int _hash;

    private LabelSet(KeyValuePair<string, string>[] pairs)
    {
        _pairs = pairs;
        var hash = new HashCode();
        foreach (var (key, value) in pairs)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value, StringComparer.Ordinal);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>The set without members.</summary>
    public static LabelSet Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _pairs.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _pairs.Select(pair => pair.Key);

    /// <inheritdoc/>
    public IEnumerable<string> Values => _pairs.Select(pair => pair.Value);

    /// <inheritdoc/>
    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <summary>The pairs by key.</summary>
    internal ReadOnlySpan<KeyValuePair<string, string>> Pairs => _pairs;

    /// <summary>Builds a set; of two pairs with the same key the last one wins, as in JSON.</summary>
    public static LabelSet Of(params IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var written = pairs as IReadOnlyList<KeyValuePair<string, string>> ?? [.. pairs];
        if (IsSorted(written))
        {
            return written.Count == 0 ? Empty : new([.. written]);
        }

        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in written)
        {
            sorted[key] = value;
        }

        return new([.. sorted]);
    }

    /// <summary>Builds a set of one pair.</summary>
    public static LabelSet Of(string key, string value) => new([new(key, value)]);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var index = IndexOf(key);
        value = index < 0 ? null : _pairs[index].Value;
        return index >= 0;
    }

    /// <summary>Returns the value of a key, or null when the key is absent.</summary>
    public string? Find(string key) => TryGetValue(key, out var value) ? value : null;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, string>>)_pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(LabelSet? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && _pairs.AsSpan().SequenceEqual(other._pairs, PairComparer<string>.Instance));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', _pairs.Select(pair => $"{pair.Key}={pair.Value}"));

    // The API and kubectl write keys in order.
    private static bool IsSorted(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        for (var i = 1; i < pairs.Count; i++)
        {
            if (string.CompareOrdinal(pairs[i - 1].Key, pairs[i].Key) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    // Label sets are small; a linear search beats a binary one up to about ten members.
    private int IndexOf(string key)
    {
        for (var i = 0; i < _pairs.Length; i++)
        {
            if (string.Equals(_pairs[i].Key, key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}

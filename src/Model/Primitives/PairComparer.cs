using System.Diagnostics.CodeAnalysis;

namespace RiskAnalyzer.Model.Primitives;

/// <summary>Compares pairs such as labels by key and value. Pairs themselves hash by their key alone, so that all nodes' names would collide.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class PairComparer<T> : IEqualityComparer<KeyValuePair<string, T>>
    where T : notnull
{
    private PairComparer()
    {
    }

    /// <summary>The comparer.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The type of the value is part of what is compared.")]
    public static PairComparer<T> Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(KeyValuePair<string, T> x, KeyValuePair<string, T> y) =>
        string.Equals(x.Key, y.Key, StringComparison.Ordinal) && EqualityComparer<T>.Default.Equals(x.Value, y.Value);

    /// <inheritdoc/>
    public int GetHashCode(KeyValuePair<string, T> obj) => HashCode.Combine(obj.Key, obj.Value);
}

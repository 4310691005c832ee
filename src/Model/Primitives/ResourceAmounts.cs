using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Primitives;

/// <summary>Amounts per resource name, in the units that the scheduler counts in: CPU in thousandths, all else in whole units.</summary>
/// <remarks>A name that is absent is not the same as one that is zero: only a resource that a pod requests is compared.</remarks>
public sealed record ResourceAmounts
{
    /// <summary>The resource name <c>cpu</c>.</summary>
    public const string Cpu = "cpu";

    /// <summary>The resource name <c>memory</c>.</summary>
    public const string Memory = "memory";

    /// <summary>The resource name <c>pods</c>.</summary>
    public const string Pods = "pods";

    /// <summary>The resource name <c>ephemeral-storage</c>.</summary>
    public const string EphemeralStorage = "ephemeral-storage";

    /// <summary>The resource name <c>storage</c>, which claims ask for.</summary>
    public const string Storage = "storage";

    private ResourceAmounts(ImmutableArray<KeyValuePair<string, long>> sorted) => Pairs = sorted;

    /// <summary>No amounts at all.</summary>
    public static ResourceAmounts None { get; } = new([]);

    /// <summary>Name and amount, sorted by name.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Pairs { get; }

    /// <summary>Whether nothing is named.</summary>
    public bool IsEmpty => Pairs.IsEmpty;

    /// <summary>CPU in thousandths of a core, 0 when absent.</summary>
    public long CpuMilli => this[Cpu];

    /// <summary>Memory in bytes, 0 when absent.</summary>
    public long MemoryBytes => this[Memory];

    /// <summary>The amount of one resource, 0 when absent.</summary>
    public long this[string name] => Find(name) ?? 0;

    /// <summary>Builds amounts in scheduler units; of two with the same name the last one wins.</summary>
    public static ResourceAmounts Of(params IEnumerable<KeyValuePair<string, long>> pairs)
    {
        var sorted = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, amount) in pairs)
        {
            sorted[name] = amount;
        }

        return sorted.Count == 0 ? None : new([.. sorted]);
    }

    /// <summary>The amount of a quantity of a resource in scheduler units.</summary>
    public static long Count(string name, Quantity quantity) => name == Cpu ? quantity.MilliValue : quantity.Value;

    /// <summary>The amount of one resource, null when absent.</summary>
    public long? Find(string name)
    {
        foreach (var (key, amount) in Pairs)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                return amount;
            }
        }

        return null;
    }

    /// <summary>The sum, resource by resource.</summary>
    public ResourceAmounts Plus(ResourceAmounts other) => Merge(other, (a, b) => checked(a + b));

    /// <summary>The larger of both, resource by resource.</summary>
    public ResourceAmounts Max(ResourceAmounts other) => Merge(other, Math.Max);

    /// <inheritdoc/>
    public bool Equals(ResourceAmounts? other) => other is not null && Pairs.AsSpan().SequenceEqual(other.Pairs.AsSpan(), PairComparer<long>.Instance);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var pair in Pairs)
        {
            hash.Add(pair.Key, StringComparer.Ordinal);
            hash.Add(pair.Value);
        }

        return hash.ToHashCode();
    }

    private ResourceAmounts Merge(ResourceAmounts other, Func<long, long, long> combine)
    {
        if (other.IsEmpty)
        {
            return this;
        }

        if (IsEmpty)
        {
            return other;
        }

        var merged = ImmutableArray.CreateBuilder<KeyValuePair<string, long>>(Pairs.Length + other.Pairs.Length);
        for (var (left, right) = (0, 0); left < Pairs.Length || right < other.Pairs.Length;)
        {
            var order = left == Pairs.Length ? 1 : right == other.Pairs.Length ? -1 : string.CompareOrdinal(Pairs[left].Key, other.Pairs[right].Key);
            merged.Add(order switch
            {
                < 0 => Pairs[left++],
                > 0 => other.Pairs[right++],
                _ => new(Pairs[left].Key, combine(Pairs[left++].Value, other.Pairs[right++].Value)),
            });
        }

        return new(merged.DrainToImmutable());
    }
}

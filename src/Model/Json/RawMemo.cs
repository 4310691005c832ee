namespace RiskAnalyzer.Model.Json;

/// <summary>
/// Remembers what bytes were decoded to. The pods of one template repeat whole subtrees byte for byte, and comparing bytes is far
/// cheaper than decoding them. Bounded, so that input without repetition costs little.
/// </summary>
/// <param name="maxKeyBytes">The longest text that is remembered.</param>
internal sealed class RawMemo<T>(int maxKeyBytes = 4096)
{
    private const int MaxTotalBytes = 4 << 20;
    private readonly Dictionary<int, List<(byte[] Raw, T Value)>> _known = [];
    private int _totalBytes;

    /// <value>Bytes that are remembered; at most 4 MiB.</value>
    public long Bytes => _totalBytes;

    public bool TryGet(ReadOnlySpan<byte> raw, out T? value)
    {
        if (raw.Length <= maxKeyBytes && _known.TryGetValue(Hash(raw), out var candidates))
        {
            foreach (var candidate in candidates)
            {
                if (raw.SequenceEqual(candidate.Raw))
                {
                    value = candidate.Value;
                    return true;
                }
            }
        }

        value = default;
        return false;
    }

    public void Add(ReadOnlySpan<byte> raw, T value)
    {
        if (raw.Length > maxKeyBytes || _totalBytes + raw.Length > MaxTotalBytes)
        {
            return;
        }

        _totalBytes += raw.Length;

        var hash = Hash(raw);
        if (!_known.TryGetValue(hash, out var candidates))
        {
            _known[hash] = candidates = [];
        }

        candidates.Add((raw.ToArray(), value));
    }

    private static int Hash(ReadOnlySpan<byte> raw)
    {
        var hash = new HashCode();
        hash.AddBytes(raw);
        return hash.ToHashCode();
    }
}

using System.Buffers.Binary;
using System.Numerics;

namespace RiskAnalyzer.Model.Json;

/// <summary>
/// Remembers what bytes were decoded to. The pods of one template repeat whole subtrees byte for byte, and comparing bytes is far
/// cheaper than decoding them. Such pods follow each other, so that a fixed number of places is enough, and the latest takes a place.
/// </summary>
/// <param name="maxKeyBytes">The longest text that is remembered.</param>
internal sealed class RawMemo<T>(int maxKeyBytes = 4096)
{
    private const int Places = 1024;

    // The multiplier of https://github.com/rust-lang/rustc-hash (FxHasher). A collision costs a place, not more.
    private const ulong Multiplier = 0x517c_c1b7_2722_0a95;

    private readonly (byte[] Raw, int Length, T? Value)[] _known = new (byte[] Raw, int Length, T? Value)[Places];

    /// <value>Bytes that are remembered; at most one longest text for each place.</value>
    public long Bytes { get; private set; }

    public bool TryGet(ReadOnlySpan<byte> raw, out T? value)
    {
        if (raw.Length <= maxKeyBytes)
        {
            ref var place = ref _known[PlaceOf(raw)];
            if (place.Raw is not null && raw.SequenceEqual(place.Raw.AsSpan(0, place.Length)))
            {
                value = place.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    public void Add(ReadOnlySpan<byte> raw, T value)
    {
        if (raw.Length > maxKeyBytes)
        {
            return;
        }

        // Where few texts come again, making room for each would be most of the garbage.
        ref var place = ref _known[PlaceOf(raw)];
        if (place.Raw is null || place.Raw.Length < raw.Length)
        {
            var room = new byte[BitOperations.RoundUpToPowerOf2((uint)raw.Length)];
            Bytes += room.Length - (place.Raw?.Length ?? 0);
            place.Raw = room;
        }

        raw.CopyTo(place.Raw);
        (place.Length, place.Value) = (raw.Length, value);
    }

    private static int PlaceOf(ReadOnlySpan<byte> raw)
    {
        var hash = (ulong)raw.Length;
        for (; raw.Length >= sizeof(ulong); raw = raw[sizeof(ulong)..])
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ BinaryPrimitives.ReadUInt64LittleEndian(raw)) * Multiplier;
        }

        foreach (var rest in raw)
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ rest) * Multiplier;
        }

        return (int)(hash >> 32) & (Places - 1);
    }
}

using System.Buffers;
using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Some objects of a file that follow each other: their bytes, and then what came of them.</summary>
internal sealed class ObjectBatch(string file, int size) : IDisposable
{
    private readonly List<Entry> _entries = [];
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(size);
    private int _length;

    /// <summary>Whether there is no object.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Whether an object of some bytes fits. An empty batch takes any, since it grows.</summary>
    public bool HasRoomFor(int bytes) => IsEmpty || _length + bytes <= _bytes.Length;

    /// <summary>Adds a copy of an object.</summary>
    public void Add(ReadOnlySpan<byte> json, long line, long offset, ObjectType assumed)
    {
        if (json.Length > _bytes.Length)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(json.Length);
        }

        json.CopyTo(_bytes.AsSpan(_length));
        _entries.Add(new(_length, json.Length, line, offset, assumed, default));
        _length += json.Length;
    }

    /// <summary>Decodes all objects.</summary>
    public void Decode(DecoderPool decoders)
    {
        var decoder = decoders.Lend();
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            var location = new SourceLocation(file, (int)Math.Min(entry.Line, int.MaxValue));
            _entries[i] = entry with { Decoded = decoder.Decode(Text(entry), location, entry.Assumed) };
        }

        decoders.Return(decoder);
    }

    /// <summary>Hands the decoded objects over in the order of the file, and is empty then.</summary>
    public void HandTo(ObjectSink sink)
    {
        foreach (var entry in _entries)
        {
            sink.Add(entry.Decoded, Text(entry), entry.Line, entry.Offset);
        }

        _entries.Clear();
        _length = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private ReadOnlySpan<byte> Text(Entry entry) => _bytes.AsSpan(entry.Start, entry.Length);

    private readonly record struct Entry(int Start, int Length, long Line, long Offset, ObjectType Assumed, DecodedObject Decoded);
}

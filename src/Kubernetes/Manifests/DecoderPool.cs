using System.Collections.Concurrent;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>
/// The decoders of one run, for use by several threads. The one that was given back last is lent first, so that they are no more than the
/// threads that decode at once, and what they remember is seldom remembered twice.
/// </summary>
internal sealed class DecoderPool(bool acceptsPartial)
{
    private readonly ConcurrentStack<ObjectDecoder> _idle = new();
    private readonly ObjectDecoder _first = new(acceptsPartial);
    private int _made;

    /// <summary>The newest time that was read in any object, when no decoder is lent; null when there was none.</summary>
    public DateTimeOffset? NewestTime => _idle.Max(decoder => decoder.NewestTime);

    /// <summary>Lends a decoder, which must be given back.</summary>
    public ObjectDecoder Lend() => _idle.TryPop(out var decoder) ? decoder
        : Interlocked.Increment(ref _made) == 1 ? _first : new(acceptsPartial, _first);

    /// <summary>Takes a decoder back.</summary>
    public void Return(ObjectDecoder decoder) => _idle.Push(decoder);
}

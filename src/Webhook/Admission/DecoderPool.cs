using System.Collections.Concurrent;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>Lends decoders to reviews. They share what they have read before, and are dropped before that grows large.</summary>
internal sealed class DecoderPool
{
    // What a decoder has learnt saves work on the next review; input that never repeats must not fill the memory.
    private const long MaxRememberedBytes = 4 << 20;
    private readonly ConcurrentBag<ObjectDecoder> _idle = [];
    private readonly int _most = Environment.ProcessorCount * 2;

    public ObjectDecoder Rent() => _idle.TryTake(out var decoder) ? decoder : new(acceptsPartial: true);

    public void Return(ObjectDecoder decoder)
    {
        if (decoder.RememberedBytes <= MaxRememberedBytes && _idle.Count < _most)
        {
            _idle.Add(decoder);
        }
    }
}

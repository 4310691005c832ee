using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>
/// Takes the objects of a large file and has them decoded by several threads, while the file is read on. The sink gets everything in the
/// order of the file, so that nothing depends on which thread was faster. A small file is decoded where it is read.
/// </summary>
/// <param name="sink">Gets what was decoded.</param>
/// <param name="file">The name of the file.</param>
/// <param name="threads">How many threads decode at once.</param>
internal sealed class ParallelObjects(ObjectSink sink, string file, int threads) : IObjectTarget, IDisposable
{
    // Large enough that handing over costs nothing beside decoding, small enough that all batches together are little memory.
    private const int BatchBytes = 512 << 10;

    private readonly Queue<(ObjectBatch Batch, Task Work)> _underWay = [];
    private ObjectBatch _filling = new(file, BatchBytes);
    private ObjectBatch? _spare;

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> json, long line, long offset, ObjectType assumed)
    {
        if (!_filling.HasRoomFor(json.Length))
        {
            Dispatch();
        }

        _filling.Add(json, line, offset, assumed);
    }

    /// <inheritdoc/>
    public void AddList(ListHeader header)
    {
        Settle();
        sink.AddList(header);
    }

    /// <inheritdoc/>
    public void AddStranger(long line)
    {
        Settle();
        sink.AddStranger(line);
    }

    /// <inheritdoc/>
    public void PassOver(long line, string reason)
    {
        Settle();
        sink.PassOver(line, reason);
    }

    /// <inheritdoc/>
    public void Fail(long line, string problem, bool isCutOff = false)
    {
        Settle();
        sink.Fail(line, problem, isCutOff);
    }

    /// <summary>Decodes what is left and waits until the sink has everything.</summary>
    public void Settle()
    {
        while (_underWay.Count > 0)
        {
            FinishOldest();
        }

        if (!_filling.IsEmpty)
        {
            _filling.Decode(sink.Decoders);
            _filling.HandTo(sink);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _filling.Dispose();
        _spare?.Dispose();
    }

    private void Dispatch()
    {
        if (_underWay.Count == threads)
        {
            FinishOldest();
        }

        var batch = _filling;
        _underWay.Enqueue((batch, Task.Run(() => batch.Decode(sink.Decoders))));
        _filling = _spare ?? new(file, BatchBytes);
        _spare = null;
    }

    private void FinishOldest()
    {
        var (batch, work) = _underWay.Dequeue();
        work.GetAwaiter().GetResult();
        batch.HandTo(sink);
        _spare?.Dispose();
        _spare = batch;
    }
}

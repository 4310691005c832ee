using System.Buffers;
using RiskAnalyzer.Kubernetes.Manifests;

namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>A body that may be slow but must not fall silent, and whose reading can be cancelled at any time.</summary>
/// <param name="inner">The body.</param>
/// <param name="longestSilence">How long a read may take.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class PatientStream(Stream inner, TimeSpan longestSilence, CancellationToken cancellationToken) : ForwardStream(inner)
{
    private CancellationTokenSource _silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (!_silence.TryReset())
        {
            _silence.Dispose();
            _silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        }

        _silence.CancelAfter(longestSilence);
        try
        {
            return Inner.ReadAsync(buffer.AsMemory(offset, count), _silence.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"the server said nothing for {longestSilence.TotalSeconds:0} s", error);
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var rented = ArrayPool<byte>.Shared.Rent(buffer.Length);
        try
        {
            var read = Read(rented, 0, buffer.Length);
            rented.AsSpan(0, read).CopyTo(buffer);
            return read;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _silence.Dispose();
        }

        base.Dispose(disposing);
    }
}

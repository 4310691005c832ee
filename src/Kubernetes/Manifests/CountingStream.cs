namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>A stream that tells how much is read from it.</summary>
/// <param name="inner">The stream.</param>
/// <param name="count">Told the number of bytes of each read.</param>
internal sealed class CountingStream(Stream inner, Action<int> count) : ForwardStream(inner)
{
    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = Inner.Read(buffer);
        count(read);
        return read;
    }
}

using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>
/// Decodes objects with what they have in common shared. A decoder remembers everything that it ever saw, so that one that follows
/// a changing cluster for weeks has to be replaced now and then, or it would hold what is long gone.
/// </summary>
internal sealed class RenewedDecoder
{
    /// <summary>Objects after which a decoder is replaced: a whole cluster of the largest supported size, twice.</summary>
    /// <remarks>Source of the size: https://kubernetes.io/docs/setup/best-practices/cluster-large/ (150,000 pods).</remarks>
    private const int Lifetime = 300_000;

    private ObjectDecoder _decoder = new();
    private int _decoded;

    /// <summary>Decodes one object.</summary>
    public DecodedObject Decode(ReadOnlySpan<byte> json, ObjectType type)
    {
        if (_decoded++ == Lifetime)
        {
            (_decoder, _decoded) = (new(), 1);
        }

        return _decoder.Decode(json, default, type);
    }
}

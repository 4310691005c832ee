using System.Runtime.CompilerServices;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>
/// Reads specifications of pods. The pods of one owner have the same text apart from the node and the name of the token volume, and
/// they follow each other; comparing that text with the one before is far cheaper than decoding it.
/// </summary>
internal sealed class PodSpecMemo
{
    // Each place may hold a specification's text, so that there must not be one for every owner of a large cluster.
    private const int Places = 64;
    private readonly PodSpecPattern?[] _latest = new PodSpecPattern?[Places];

    /// <summary>Reads a specification and, apart from it, the node that it names.</summary>
    public (PodSpec Spec, string? NodeName) Read(ref JsonCursor json, OwnerReference? owner)
    {
        if (owner is null)
        {
            return PodSpecDecoder.Read(ref json);
        }

        // Owners are shared instances, so that equal ones are the same.
        var latest = _latest[RuntimeHelpers.GetHashCode(owner) & (Places - 1)] ??= new();
        if (latest is { Spec: { } spec } && latest.Match(json.Rest, out var node) is >= 0 and var length)
        {
            json.Jump(length);
            return (spec, node.IsEmpty ? null : json.State.Strings.Get(node));
        }

        var start = json.Position;
        var read = PodSpecDecoder.Read(ref json);
        if (json.State is { Problem: null, MissingPart: null })
        {
            latest.Take(json.Since(start), start, read.Spec, json.State);
        }

        return read;
    }
}

using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>
/// Decodes objects of the Kubernetes API one at a time from UTF-8 JSON. Equal parts of different objects become one instance, so one
/// decoder should read a whole cluster. Not for use by several threads at once.
/// </summary>
/// <param name="acceptsPartial">Whether objects count that lack what the API requires; only tests want that.</param>
/// <param name="sibling">A decoder of the same cluster, perhaps on another thread, whose pod specifications are shared; null for none.</param>
public sealed class ObjectDecoder(bool acceptsPartial = false, ObjectDecoder? sibling = null)
{
    private const string OwnGroup = "riskanalyzer.io";

    private readonly DecoderState _state = new(sibling?._state.PodSpecs ?? new());

    /// <summary>The newest time that was read in any object: of a creation, a transition or the request of a deletion; null when there was none.</summary>
    public DateTimeOffset? NewestTime => _state.NewestTime;

    /// <summary>About how much the decoder remembers of what it has read; whoever reads without end starts over with a new one when it is too much.</summary>
    /// <value>Bytes.</value>
    public long RememberedBytes => _state.RememberedBytes;

    internal DecoderState State => _state;

    /// <summary>Decodes one object.</summary>
    /// <param name="json">The object, from its opening to its closing bracket.</param>
    /// <param name="location">Where it is, for messages.</param>
    /// <param name="assumed">The version and kind of an item of a typed list, which need not say them itself.</param>
    /// <param name="namespace">The namespace of an object that has one but does not say which; null for <c>default</c>, as kubectl does it.</param>
    public DecodedObject Decode(ReadOnlySpan<byte> json, SourceLocation location, ObjectType assumed = default, string? @namespace = null)
    {
        _state.Start(location, @namespace);
        var cursor = new JsonCursor(json, _state);
        var header = HeaderDecoder.Read(ref cursor, assumed);
        var type = header.Type;
        if (_state.Problem is not null && (type.IsComplete || SaysType(json)))
        {
            return Unreadable(json, header);
        }

        if (!type.IsComplete)
        {
            return new(DecodeOutcome.NotAnObject);
        }

        if (BuiltInKinds.IsList(type))
        {
            return new(DecodeOutcome.List);
        }

        // Plans and policies of this program that lie beside the manifests.
        if (type.Group == OwnGroup)
        {
            return new(DecodeOutcome.PassedOver);
        }

        if (BuiltInKinds.RightVersionOf(type) is { } version)
        {
            return new(DecodeOutcome.Unreadable, Problem: new(location, $"{type.ApiVersion} has no kind {type.Kind}; {version} has"));
        }

        if (BuiltInKinds.IsOnlyCounted(type) && !ResourceDecoder.IsRead(type))
        {
            return new(DecodeOutcome.PassedOver, PassedOver: type.Group.Length == 0 ? type.Kind : $"{type.Kind}.{type.Group}");
        }

        var resource = ResourceDecoder.Read(ref cursor, type, header.Metadata ?? new() { Name = "", Source = location });
        if (resource.Metadata.Name.Length == 0)
        {
            _state.Lacks("metadata.name");
        }

        if (_state.Problem is not null)
        {
            return Unreadable(json, header);
        }

        return _state.MissingPart is { } part && !acceptsPartial
            ? new(DecodeOutcome.Partial, Problem: new(location, $"{resource.Reference} has no {part}; it is a patch, a template or unfinished, and not judged", IsPartial: true))
            : new(DecodeOutcome.Read, resource);
    }

    /// <summary>Whether some JSON seems to say its version and kind, as an object of the API does; other data may have a "metadata" of its own.</summary>
    public static bool SaysType(ReadOnlySpan<byte> json) => json.IndexOf("\"kind\""u8) >= 0 && json.IndexOf("\"apiVersion\""u8) >= 0;

    private DecodedObject Unreadable(ReadOnlySpan<byte> json, ObjectHeader header)
    {
        var location = _state.Location;
        var line = location.Line == 0 ? 0 : location.Line + json[..Math.Min(json.Length, _state.ProblemAt)].Count((byte)'\n');
        var name = header.Metadata is { Name.Length: > 0 } metadata
            ? $"{new ObjectReference(header.Type.ApiVersion, header.Type.Kind, metadata.Namespace, metadata.Name)}: "
            : "";
        return new(DecodeOutcome.Unreadable, Problem: new(location with { Line = line }, name + _state.Problem));
    }
}

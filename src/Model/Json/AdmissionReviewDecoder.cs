using System.Text.Unicode;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the envelope of an AdmissionReview; the objects in it stay bytes until somebody wants them.</summary>
public static class AdmissionReviewDecoder
{
    /// <summary>The version that is spoken.</summary>
    public const string ApiVersion = "admission.k8s.io/v1";

    /// <summary>The kind of the envelope.</summary>
    public const string Kind = "AdmissionReview";

    // The API server sends a UUID of 36 characters; whoever sends more is not one.
    private const int MaxUidBytes = 256;

    /// <summary>Reads a review.</summary>
    /// <param name="decoder">The decoder that will read the objects too.</param>
    /// <param name="body">The whole body of the request.</param>
    /// <param name="request">Filled with what is asked.</param>
    /// <returns>What is wrong, so that no answer is possible; null when nothing is.</returns>
    public static string? Read(ObjectDecoder decoder, ReadOnlySpan<byte> body, AdmissionRequest request)
    {
        decoder.State.Start(default);
        var json = new JsonCursor(body, decoder.State);
        json.SkipSpace();
        var (version, kind, isRequested) = ("", "", false);
        if (!json.BeginObject())
        {
            return decoder.State.Problem is { } notAnObject ? $"the body {Said(notAnObject)}" : "the body is null";
        }

        while (json.NextName(out var name))
        {
            if (name.SequenceEqual("apiVersion"u8))
            {
                version = json.ReadText() ?? "";
            }
            else if (name.SequenceEqual("kind"u8))
            {
                kind = json.ReadText() ?? "";
            }
            else if (name.SequenceEqual("request"u8))
            {
                isRequested = true;
                ReadRequest(ref json, request);
            }
            else
            {
                json.Skip();
            }
        }

        json.SkipSpace();
        return decoder.State.Problem is { } problem ? $"the review {Said(problem)}"
            : json.Position < body.Length ? "the body goes on after the review"
            : version != ApiVersion || kind != Kind ? $"the body must be a {Kind} of {ApiVersion}, not {Named(kind)} of {Named(version)}"
            : !isRequested ? "the review has no request"
            : MistakeIn(body[request.Uid]);
    }

    private static string Said(string problem) => problem.StartsWith("the object ", StringComparison.Ordinal) ? problem[11..]
        : problem.StartsWith("is ", StringComparison.Ordinal) ? problem
        : $"is wrong: {problem}";

    private static string Named(string text) => text.Length == 0 ? "nothing" : text.Length > 60 ? text[..60] + "..." : text;

    private static string? MistakeIn(ReadOnlySpan<byte> uid) =>
        uid.IsEmpty ? "request.uid is missing"
        : uid.Length > MaxUidBytes ? $"request.uid is longer than {MaxUidBytes} bytes"
        : uid.Contains((byte)'\\') || uid.ContainsAnyInRange((byte)0, (byte)0x1F) || !Utf8.IsValid(uid) ? "request.uid must be plain text"
        : null;

    private static void ReadRequest(ref JsonCursor json, AdmissionRequest request)
    {
        if (!json.BeginObject())
        {
            return;
        }

        while (json.NextName(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("uid"u8): request.Uid = ReadUid(ref json); break;
                case var _ when name.SequenceEqual("operation"u8): request.Operation = json.ReadText() ?? ""; break;
                case var _ when name.SequenceEqual("kind"u8): request.Kind = ReadType(ref json, "kind"u8); break;
                case var _ when name.SequenceEqual("requestKind"u8): request.RequestKind = ReadType(ref json, "kind"u8); break;
                case var _ when name.SequenceEqual("resource"u8): request.Resource = ReadType(ref json, "resource"u8); break;
                case var _ when name.SequenceEqual("subResource"u8): request.SubResource = json.ReadText() ?? ""; break;
                case var _ when name.SequenceEqual("name"u8): request.Name = json.ReadText() ?? ""; break;
                case var _ when name.SequenceEqual("namespace"u8): request.Namespace = json.ReadText() ?? ""; break;
                case var _ when name.SequenceEqual("object"u8): request.Object = ReadObject(ref json); break;
                case var _ when name.SequenceEqual("oldObject"u8): request.OldObject = ReadObject(ref json); break;
                default: json.Skip(); break;
            }
        }
    }

    private static Range ReadUid(ref JsonCursor json)
    {
        var start = json.Position;
        return json.TryReadQuoted(out var uid) ? (start + 1)..(start + 1 + uid.Length) : default;
    }

    private static Range ReadObject(ref JsonCursor json)
    {
        if (json.SkipNull())
        {
            return default;
        }

        if (json.Current == '{')
        {
            return json.SkippedRange();
        }

        json.Reject("an object");
        return default;
    }

    private static ObjectType ReadType(ref JsonCursor json, ReadOnlySpan<byte> last)
    {
        var (group, version, kind) = ("", "", "");
        if (!json.BeginObject())
        {
            return ObjectType.Unknown;
        }

        while (json.NextName(out var name))
        {
            if (name.SequenceEqual("group"u8))
            {
                group = json.ReadText() ?? "";
            }
            else if (name.SequenceEqual("version"u8))
            {
                version = json.ReadText() ?? "";
            }
            else if (name.SequenceEqual(last))
            {
                kind = json.ReadText() ?? "";
            }
            else
            {
                json.Skip();
            }
        }

        return new(group.Length == 0 ? version : json.State.Versions.Get(group, version), kind);
    }
}

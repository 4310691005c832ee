using System.Text;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the annotations that somebody reads, and the version that was last applied.</summary>
internal static class AnnotationsDecoder
{
    public static LabelSet Read(ref JsonCursor json, out string? lastApplied)
    {
        lastApplied = null;
        if (!json.BeginObject())
        {
            return LabelSet.Empty;
        }

        List<KeyValuePair<string, string>>? kept = null;
        while (json.NextName(out var name))
        {
            if (name.SequenceEqual("kubectl.kubernetes.io/last-applied-configuration"u8))
            {
                lastApplied = LastApplied(ref json);
            }
            else if (json.State.ReadsAnnotation(name))
            {
                (kept ??= []).Add(new(json.State.Strings.Get(name), json.ReadText() ?? ""));
            }
            else
            {
                json.Skip();
            }
        }

        return kept is null ? LabelSet.Empty : json.State.Labels.Share(LabelSet.Of(kept));
    }

    /// <summary>The apiVersion of an object that is written as JSON inside a JSON string.</summary>
    private static string? LastApplied(ref JsonCursor json)
    {
        if (json.Current != '"')
        {
            json.Skip();
            return null;
        }

        // kubectl sorts the keys, so this is how it begins nearly always.
        var quoted = json.SkippedValue();
        var first = """
            "{\"apiVersion\":\"
            """u8;
        if (quoted.StartsWith(first) && quoted[first.Length..].IndexOf((byte)'\\') is var length and > 0)
        {
            return json.State.Strings.Get(quoted.Slice(first.Length, length));
        }

        if (JsonText.Unescape(quoted[1..^1]) is not { } text)
        {
            return null;
        }

        // What somebody else wrote there may be anything; it is no problem of the object.
        var inner = new JsonCursor(Encoding.UTF8.GetBytes(text), new DecoderState(new()));
        string? version = null;
        if (inner.Current == '{' && inner.BeginObject())
        {
            while (inner.NextField(out var field))
            {
                if (field == Field.ApiVersion)
                {
                    version = inner.ReadText();
                }
                else
                {
                    inner.Skip();
                }
            }
        }

        return version;
    }
}

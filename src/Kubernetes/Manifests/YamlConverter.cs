using RiskAnalyzer.Model.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>
/// Writes the nodes of one YAML document as JSON: aliases written out, merge keys merged, both within limits. The JSON has its line
/// ends where the YAML has them, so that a line of one is a line of the other.
/// </summary>
/// <param name="parser">The parser, standing on the node that is to be written next.</param>
internal sealed class YamlConverter(IParser parser)
{
    /// <summary>The most bytes that all anchored nodes of a document together may have once they are written out.</summary>
    public const int MaxAnchoredBytes = 16 << 20;

    private readonly Dictionary<AnchorName, byte[]> _anchors = [];
    private int _anchoredBytes;

    /// <summary>Writes the node that the parser stands on as the first of an output, and moves to what follows it.</summary>
    public void WriteFirst(JsonOutput output, int depth)
    {
        output.Clear(Line);
        WriteNode(output, depth);
    }

    /// <summary>Writes the node that the parser stands on, and moves to what follows it.</summary>
    public void WriteNode(JsonOutput output, int depth)
    {
        if (depth > JsonExtent.MaxDepth)
        {
            throw Problem($"is nested more than {JsonExtent.MaxDepth} levels deep");
        }

        output.MoveTo(Line);
        var start = output.Length;
        var anchor = AnchorName.Empty;
        switch (parser.Current)
        {
            case AnchorAlias alias:
                output.Write(Anchored(alias));
                _ = parser.MoveNext();
                return;
            case Scalar scalar:
                anchor = scalar.Anchor;
                YamlScalar.Write(scalar, output);
                _ = parser.MoveNext();
                break;
            case SequenceStart sequence:
                anchor = sequence.Anchor;
                WriteSequence(output, depth);
                break;
            case MappingStart mapping:
                anchor = mapping.Anchor;
                WriteMapping(output, depth);
                break;
            default: throw Problem("ends in the middle");
        }

        Remember(anchor, output.Written[start..]);
    }

    /// <summary>Writes a key of a mapping, or takes what is merged into it; true when a value is to be written next.</summary>
    public bool WriteKey(JsonMapping mapping, JsonOutput output, int depth)
    {
        if (parser.Current is not Scalar scalar)
        {
            throw Problem("has a key that is not text");
        }

        var line = Line;
        if (scalar is { Value: "<<", Style: ScalarStyle.Plain })
        {
            _ = parser.MoveNext();
            var merged = new JsonOutput(MaxAnchoredBytes);
            WriteFirst(merged, depth + 1);
            mapping.Merge(merged.Written);
            return false;
        }

        var key = YamlScalar.Key(scalar);
        if (mapping.Has(key))
        {
            throw Problem($"has the key \"{key}\" twice");
        }

        mapping.Begin(key, line);
        if (!scalar.Anchor.IsEmpty)
        {
            var anchored = new JsonOutput(MaxAnchoredBytes);
            YamlScalar.Write(scalar, anchored);
            Remember(scalar.Anchor, anchored.Written);
        }

        _ = parser.MoveNext();
        return true;
    }

    private long Line => parser.Current?.Start.Line ?? 0;

    private void WriteSequence(JsonOutput output, int depth)
    {
        output.Write('[');
        _ = parser.MoveNext();
        for (var isFirst = true; parser.Current is not SequenceEnd; isFirst = false)
        {
            if (!isFirst)
            {
                output.Write(',');
            }

            WriteNode(output, depth + 1);
        }

        output.Write(']');
        _ = parser.MoveNext();
    }

    private void WriteMapping(JsonOutput output, int depth)
    {
        var mapping = new JsonMapping(output);
        _ = parser.MoveNext();
        while (parser.Current is not MappingEnd)
        {
            if (WriteKey(mapping, output, depth))
            {
                WriteNode(output, depth + 1);
            }
        }

        mapping.End();
        _ = parser.MoveNext();
    }

    private byte[] Anchored(AnchorAlias alias) =>
        _anchors.TryGetValue(alias.Value, out var known) ? known : throw Problem($"uses the alias *{alias.Value.Value} before it is defined");

    private void Remember(AnchorName anchor, ReadOnlySpan<byte> json)
    {
        if (anchor.IsEmpty)
        {
            return;
        }

        _anchoredBytes += json.Length;
        if (_anchoredBytes > MaxAnchoredBytes)
        {
            throw Problem($"has aliases that come to more than {MaxAnchoredBytes >> 20} MiB when they are written out");
        }

        // Line ends inside of text are escaped, so these are all between values.
        var copy = new byte[json.Length - json.Count((byte)'\n')];
        var length = 0;
        foreach (var character in json)
        {
            if (character != '\n')
            {
                copy[length++] = character;
            }
        }

        _anchors[anchor] = copy;
    }

    private YamlProblemException Problem(string message) => new(message, Line);
}

using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Writes the nodes of one YAML document as JSON: aliases written out, merge keys merged, both within limits.</summary>
/// <param name="parser">The parser, standing on the node that is to be written next.</param>
/// <param name="anchorLimit">The most bytes that all anchored nodes together may have.</param>
internal sealed class YamlConverter(IParser parser, int anchorLimit)
{
    private readonly Dictionary<AnchorName, byte[]> _anchors = [];
    private int _anchoredBytes;

    /// <summary>Writes the node that the parser stands on, and moves to what follows it.</summary>
    public void WriteNode(JsonOutput output, int depth)
    {
        if (depth > Model.Json.JsonExtent.MaxDepth)
        {
            throw Problem($"is nested more than {Model.Json.JsonExtent.MaxDepth} levels deep");
        }

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

        if (!anchor.IsEmpty)
        {
            Remember(anchor, output.Written[start..]);
        }
    }

    /// <summary>Reads a key and moves to its value.</summary>
    public string ReadKey()
    {
        if (parser.Current is not Scalar scalar)
        {
            throw Problem("has a key that is not text");
        }

        var key = YamlScalar.Key(scalar);
        if (!scalar.Anchor.IsEmpty)
        {
            var text = new JsonOutput(anchorLimit);
            YamlScalar.Write(scalar, text);
            Remember(scalar.Anchor, text.Written);
        }

        _ = parser.MoveNext();
        return key;
    }

    /// <summary>The problem of a key that occurs twice in one mapping.</summary>
    public YamlProblemException Duplicate(string key) => Problem($"has the key \"{key}\" twice");

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
            var isMerge = parser.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain };
            var key = isMerge ? "<<" : ReadKeyOf(mapping);
            if (isMerge)
            {
                _ = parser.MoveNext();
                var merged = new JsonOutput(anchorLimit);
                WriteNode(merged, depth + 1);
                mapping.Merge(merged.Written);
            }
            else
            {
                mapping.Begin(key);
                WriteNode(output, depth + 1);
            }
        }

        mapping.End();
        _ = parser.MoveNext();
    }

    private string ReadKeyOf(JsonMapping mapping)
    {
        var at = parser.Current?.Start.Line ?? 0;
        var key = ReadKey();
        return mapping.Has(key) ? throw new YamlProblemException($"has the key \"{key}\" twice", at) : key;
    }

    private byte[] Anchored(AnchorAlias alias) =>
        _anchors.TryGetValue(alias.Value, out var known) ? known : throw Problem($"uses the alias *{alias.Value.Value} before it is defined");

    private void Remember(AnchorName anchor, ReadOnlySpan<byte> json)
    {
        _anchoredBytes += json.Length;
        if (_anchoredBytes > anchorLimit)
        {
            throw Problem($"has aliases that come to more than {anchorLimit >> 20} MiB when written out");
        }

        _anchors[anchor] = json.ToArray();
    }

    private YamlProblemException Problem(string message) => new(message, parser.Current?.Start.Line ?? 0);
}

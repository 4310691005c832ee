using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RiskAnalyzer.TestKit.Clusters;

/// <summary>Reads the documents of YAML text as JSON. Plain words are text, numbers, true, false and null; nothing else is special.</summary>
public static class YamlText
{
    public static IEnumerable<JsonNode> Documents(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Select(document => Json(document.RootNode)!);
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } word } when word is "" or "null" => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } word } when word is "true" or "false" => word == "true",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } word } when long.TryParse(word, out var whole) => whole,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } word } when double.TryParse(word, out var number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => throw new FormatException($"YAML node {node.NodeType}"),
    };
}

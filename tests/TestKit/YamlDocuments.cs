using YamlDotNet.RepresentationModel;

namespace RiskAnalyzer.TestKit;

/// <summary>Reads manifests as they are written, for tests that look at fields which the product does not read.</summary>
public static class YamlDocuments
{
    /// <summary>The documents of a file.</summary>
    public static IReadOnlyList<YamlMappingNode> Read(string path) => Parse(File.ReadAllText(path));

    /// <summary>The documents of a text.</summary>
    public static IReadOnlyList<YamlMappingNode> Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => document.RootNode).OfType<YamlMappingNode>()];
    }

    /// <summary>What is at a path of keys and indexes such as <c>spec.ports.0.name</c>; null when there is nothing.</summary>
    public static YamlNode? At(this YamlNode node, string path)
    {
        YamlNode? here = node;
        foreach (var part in path.Split('.'))
        {
            here = here switch
            {
                YamlMappingNode mapping => mapping.Children.TryGetValue(new YamlScalarNode(part), out var value) ? value : null,
                YamlSequenceNode list => int.TryParse(part, out var index) && index < list.Children.Count ? list.Children[index] : null,
                _ => null,
            };
        }

        return here;
    }

    /// <summary>The text at a path; null when there is none.</summary>
    public static string? TextAt(this YamlNode node, string path) => (node.At(path) as YamlScalarNode)?.Value;

    /// <summary>The items of the list at a path; none when there is no list.</summary>
    public static IEnumerable<YamlNode> ItemsAt(this YamlNode node, string path) => (node.At(path) as YamlSequenceNode)?.Children ?? [];

    /// <summary>The texts of the list at a path.</summary>
    public static IEnumerable<string> TextsAt(this YamlNode node, string path) => node.ItemsAt(path).Select(item => item.ToString());
}

using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>A place in a kubeconfig, which knows its file, line and path for messages. A field that is not there reads as empty.</summary>
internal sealed class ConfigNode(string file, string path, YamlNode? node)
{
    /// <summary>The file.</summary>
    public string File => file;

    /// <summary>The line; that of the mapping it is missing in when it is not there.</summary>
    public long Line { get; init; } = node?.Start.Line ?? 0;

    /// <summary>Where it is, for messages.</summary>
    public string Place => Line == 0 ? $"{file}: {path}" : string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}: {path}");

    /// <summary>Whether it is there.</summary>
    public bool Exists => node is not (null or YamlScalarNode { Value: null or "" or "~" or "null", Style: YamlDotNet.Core.ScalarStyle.Plain });

    /// <summary>The fields of a mapping, by name.</summary>
    public IEnumerable<(string Name, ConfigNode Value)> Fields =>
        node is YamlMappingNode mapping ? mapping.Children.Select(child => (child.Key.ToString(), new ConfigNode(file, $"{path}.{child.Key}", child.Value))) : [];

    /// <summary>The items of a list.</summary>
    /// <exception cref="ConfigurationException">It is something else.</exception>
    public IEnumerable<ConfigNode> Items => node switch
    {
        _ when !Exists => [],
        YamlSequenceNode list => list.Children.Select((item, index) => new ConfigNode(file, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), item)),
        _ => throw Wrong("must be a list"),
    };

    /// <summary>A field.</summary>
    /// <exception cref="ConfigurationException">This is no mapping.</exception>
    public ConfigNode this[string name] => node switch
    {
        _ when !Exists => Missing(name),
        YamlMappingNode mapping => mapping.Children.TryGetValue(new YamlScalarNode(name), out var value) ? new(file, Below(name), value) : Missing(name),
        _ => throw Wrong("must be a mapping"),
    };

    /// <summary>The text; null when it is not there or empty.</summary>
    /// <exception cref="ConfigurationException">It is a list or a mapping.</exception>
    public string? Text => node switch
    {
        _ when !Exists => null,
        YamlScalarNode { Value: { Length: > 0 } text } => text,
        YamlScalarNode => null,
        _ => throw Wrong("must be text"),
    };

    /// <summary>Whether it is true; false when it is not there.</summary>
    /// <exception cref="ConfigurationException">It is neither.</exception>
    public bool IsTrue => Text switch
    {
        null or "false" or "False" or "FALSE" => false,
        "true" or "True" or "TRUE" => true,
        var text => throw Wrong($"must be true or false, but is '{text}'"),
    };

    /// <summary>The bytes that are written in base64; null when it is not there.</summary>
    /// <exception cref="ConfigurationException">It is no base64.</exception>
    public byte[]? Bytes
    {
        get
        {
            try
            {
                return Text is { } text ? Convert.FromBase64String(text) : null;
            }
            catch (FormatException error)
            {
                throw new ConfigurationException($"{Place} must be base64, but is not: {error.Message}", error);
            }
        }
    }

    /// <summary>A path, made absolute from the folder of the file; null when it is not there.</summary>
    public string? FilePath => Text is { } text ? Path.GetFullPath(text, Path.GetDirectoryName(Path.GetFullPath(file)) ?? "/") : null;

    /// <summary>The YAML as it is.</summary>
    public YamlNode? Raw => node;

    /// <summary>A mistake at this place.</summary>
    public ConfigurationException Wrong(string what) => new($"{Place} {what}");

    private ConfigNode Missing(string name) => new(file, Below(name), null) { Line = Line };

    private string Below(string name) => path.Length == 0 ? name : $"{path}.{name}";
}

using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>One kubeconfig: its entries by name, each with the place it stands at.</summary>
internal sealed record KubeConfigFile
{
    private const long MostBytes = 16 << 20;

    /// <summary>The current context; null when it names none.</summary>
    public string? CurrentContext { get; init; }

    /// <summary>Contents of the <c>cluster</c> entries.</summary>
    public required IReadOnlyDictionary<string, ConfigNode> Clusters { get; init; }

    /// <summary>Contents of the <c>user</c> entries.</summary>
    public required IReadOnlyDictionary<string, ConfigNode> Users { get; init; }

    /// <summary>Contents of the <c>context</c> entries.</summary>
    public required IReadOnlyDictionary<string, ConfigNode> Contexts { get; init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ConfigurationException">It cannot be read, or is no kubeconfig.</exception>
    public static KubeConfigFile Read(string path)
    {
        var root = new ConfigNode(path, "", Parse(path));
        if (root["kind"].Text is { } kind && kind != "Config")
        {
            throw root["kind"].Wrong($"must be Config, but is {kind}: this is no kubeconfig");
        }

        return new()
        {
            CurrentContext = root["current-context"].Text,
            Clusters = Entries(root["clusters"], "cluster"),
            Users = Entries(root["users"], "user"),
            Contexts = Entries(root["contexts"], "context"),
        };
    }

    /// <summary>Puts files together as kubectl does: of a name, and of the current context, the first file that has it counts.</summary>
    public static KubeConfigFile Merge(IReadOnlyList<KubeConfigFile> files) => new()
    {
        CurrentContext = files.Select(file => file.CurrentContext).FirstOrDefault(context => context is not null),
        Clusters = First(files.Select(file => file.Clusters)),
        Users = First(files.Select(file => file.Users)),
        Contexts = First(files.Select(file => file.Contexts)),
    };

    private static Dictionary<string, ConfigNode> First(IEnumerable<IReadOnlyDictionary<string, ConfigNode>> all) =>
        all.SelectMany(entries => entries).GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);

    private static Dictionary<string, ConfigNode> Entries(ConfigNode list, string content)
    {
        var entries = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            _ = entries.TryAdd(item["name"].Text ?? throw item["name"].Wrong("is missing"), item[content]);
        }

        return entries;
    }

    private static YamlNode? Parse(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                throw new ConfigurationException($"{path}: is larger than {MostBytes >> 20} MiB: this is no kubeconfig");
            }

            using var text = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(text);
            return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        }
        catch (YamlException error)
        {
            throw new ConfigurationException($"{path}:{error.Start.Line}: not valid YAML: {Manifests.YamlMessage.Of(error)}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: {Manifests.FileProblems.Describe(error)}", error);
        }
    }
}

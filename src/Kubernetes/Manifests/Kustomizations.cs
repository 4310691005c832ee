using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Finds the files that kustomizations use as something else than objects.</summary>
internal static class Kustomizations
{
    private const int MaxBytes = 4 << 20;
    private static readonly string[] Names = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    /// <summary>The kustomizations in the folder of a file and in the one above.</summary>
    public static IEnumerable<string> Around(string file)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "";
        return from folder in new[] { directory, Path.GetDirectoryName(directory) ?? directory }.Distinct(StringComparer.Ordinal)
               from name in Names
               let path = Path.Join(folder, name)
               where File.Exists(path)
               select path;
    }

    /// <summary>Marks the files that a kustomization lists as patches or as data.</summary>
    public static SourceFile[] MarkPatches(SourceFile[] files, IEnumerable<string> kustomizations)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kustomization in kustomizations)
        {
            foreach (var (path, reason) in ReadUses(kustomization))
            {
                _ = reasons.TryAdd(path, reason);
            }
        }

        return reasons.Count == 0 ? files : [.. files.Select(file => file with { PassOverReason = reasons.GetValueOrDefault(Path.GetFullPath(file.Path!)) })];
    }

    private static List<(string Path, string Reason)> ReadUses(string kustomization)
    {
        var uses = new List<(string, string)>();
        try
        {
            var directory = Path.GetDirectoryName(Path.GetFullPath(kustomization)) ?? "";
            var shown = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(kustomization))) + "/" + Path.GetFileName(kustomization);
            using var document = Parse(kustomization);
            foreach (var property in document?.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.EnumerateObject() : default)
            {
                var reason = property.Name switch
                {
                    "patches" or "patchesStrategicMerge" or "patchesJson6902" or "replacements" => $"a patch, as {shown} lists it under {property.Name}",
                    "configMapGenerator" or "secretGenerator" => $"data of a {property.Name}, as {shown} says",
                    "configurations" or "openapi" => $"settings of Kustomize, as {shown} says",
                    _ => null,
                };
                if (reason is not null)
                {
                    uses.AddRange(Paths(property.Value).Select(path => (Path.GetFullPath(Path.Join(directory, path)), reason + "; it is not judged by itself")));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or YamlException or YamlProblemException)
        {
            // The file is read as a manifest too, where what is wrong with it is reported.
        }

        return uses;
    }

    private static JsonDocument? Parse(string path)
    {
        if (new FileInfo(path).Length > MaxBytes)
        {
            return null;
        }

        using var reader = new YamlDocumentReader(new StreamReader(path));
        var output = new JsonOutput(MaxBytes);
        var parser = new SteadyParser(reader);
        _ = parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        new YamlConverter(parser).WriteFirst(output, 1);
        return JsonDocument.Parse(output.Written.ToArray());
    }

    /// <summary>The texts in an entry that can be paths; a patch that is written in place has line ends.</summary>
    private static IEnumerable<string> Paths(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { } text && !text.Contains('\n') ? [text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]] : [],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Paths),
        JsonValueKind.Object => value.EnumerateObject()
            .Where(p => p.Name is "path" or "files" or "file" or "envs" or "env" or "patchesStrategicMerge")
            .SelectMany(p => Paths(p.Value)),
        _ => [],
    };
}

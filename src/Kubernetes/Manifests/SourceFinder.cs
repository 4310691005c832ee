namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Finds the files that the sources stand for.</summary>
internal static class SourceFinder
{
    /// <summary>The source that means standard input.</summary>
    public const string StandardInput = "-";

    public static SourceList Find(string source, ReadOptions options)
    {
        try
        {
            return source == StandardInput ? SourceList.Of(source, new(null, StandardInput, options.OpenStandardInput) { CanReopen = false })
                : Directory.Exists(source) ? FindInDirectory(source)
                : File.Exists(source) ? SourceList.Of(source, Kustomizations.MarkPatches([FileAt(source, source)], Kustomizations.Around(source))[0])
                : SourceList.Failed(source, "there is no such file or directory");
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return SourceList.Failed(source, FileProblems.Describe(exception));
        }
    }

    private static SourceFile FileAt(string path, string name) => new(path, name, () => Open(path));

    // A pipe among the files of a folder would be waited for without end; like a socket or a device it has no length.
    private static SourceFile FoundAt(string path, string name) =>
        new(path, name, () => new FileInfo(path).Length == 0 ? Stream.Null : Open(path));

    private static FileStream Open(string path) =>
        new(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan, Share = FileShare.ReadWrite | FileShare.Delete });

    private static SourceList FindInDirectory(string source)
    {
        var tree = new DirectoryTree(BundleRoot(source) ?? source);
        tree.Walk();
        var files = tree.Files.Select(path => FoundAt(path, Name(source, path))).ToArray();
        var marked = Kustomizations.MarkPatches(files, tree.Kustomizations)
            .Select(file => file with { IsChartTemplate = tree.IsChartTemplate(file.Path!), Bundle = BundleOf(file.Path!) })
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        return files.Length == 0 && tree.Problems.Count == 0
            ? SourceList.Failed(source, "the directory holds no manifests (*.yaml, *.yml, *.json, also with .gz)")
            : new(source, [.. marked], null, [.. tree.Problems.Select(p => new Model.Snapshots.LoadProblem(new(Name(source, p.Path), 0), p.Message))]);
    }

    /// <summary>Of a whole support bundle only the objects are looked at.</summary>
    private static string? BundleRoot(string source) =>
        Path.Join(source, BundleEntry.Folder) is var direct && Directory.Exists(direct) ? direct
        : Directory.EnumerateDirectories(source).Select(child => Path.Join(child, BundleEntry.Folder)).Where(Directory.Exists).ToArray() is [var only] ? only
        : null;

    private static BundleEntry? BundleOf(string path)
    {
        var parts = Path.GetFullPath(path).Replace('\\', '/');
        var at = parts.LastIndexOf($"/{BundleEntry.Folder}/", StringComparison.Ordinal);
        return at < 0 ? null : BundleEntry.Of(parts[(at + BundleEntry.Folder.Length + 2)..]);
    }

    private static string Name(string source, string path)
    {
        var relative = Path.GetRelativePath(source, path).Replace('\\', '/');
        return source is "." or "./" ? relative : source.TrimEnd('/', '\\') + "/" + relative;
    }
}

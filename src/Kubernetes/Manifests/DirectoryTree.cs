namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>The manifests below a directory. Hidden files and folders are left out, as they are by kubectl and git tools.</summary>
internal sealed class DirectoryTree(string root)
{
    private const int MaxDepth = 64;
    private static readonly string[] Endings = [".yaml", ".yml", ".json", ".yaml.gz", ".yml.gz", ".json.gz"];
    private readonly HashSet<string> _charts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    /// <summary>Paths of manifests.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Paths of kustomizations.</summary>
    public List<string> Kustomizations { get; } = [];

    /// <summary>What could not be looked into.</summary>
    public List<(string Path, string Message)> Problems { get; } = [];

    public void Walk() => Walk(new(root), 0);

    /// <summary>Whether a file is in the templates folder of a Helm chart.</summary>
    public bool IsChartTemplate(string path)
    {
        for (var directory = Path.GetDirectoryName(path); directory is { Length: > 0 }; directory = Path.GetDirectoryName(directory))
        {
            if (Path.GetFileName(directory) == "templates" && _charts.Contains(Path.GetDirectoryName(directory) ?? ""))
            {
                return true;
            }
        }

        return false;
    }

    private void Walk(DirectoryInfo directory, int depth)
    {
        // A link may lead back to where it is.
        var real = directory.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? directory.FullName;
        if (depth > MaxDepth || !_visited.Add(real))
        {
            return;
        }

        FileSystemInfo[] entries;
        try
        {
            entries = directory.GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException && depth > 0)
        {
            Problems.Add((Relative(directory), FileProblems.Describe(exception)));
            return;
        }

        foreach (var entry in entries.Where(e => !e.Name.StartsWith('.')).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry is DirectoryInfo child)
            {
                Walk(child, depth + 1);
            }
            else
            {
                Note(Relative(entry), Relative(directory));
            }
        }
    }

    private void Note(string path, string directory)
    {
        var name = Path.GetFileName(path);
        if (name is "Chart.yaml" or "Chart.yml")
        {
            _ = _charts.Add(directory);
        }

        if (name is "kustomization.yaml" or "kustomization.yml" or "Kustomization")
        {
            Kustomizations.Add(path);
        }

        if (Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            Files.Add(path);
        }
    }

    private string Relative(FileSystemInfo entry) => Path.Join(root, Path.GetRelativePath(new DirectoryInfo(root).FullName, entry.FullName));
}

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Notes, while files are read, where their objects begin: some bytes for each, so that nothing has to be searched for later.</summary>
internal sealed class SourceIndex
{
    private readonly Dictionary<string, IndexedFile> _files = new(StringComparer.Ordinal);
    private IndexedFile? _current;

    public void Begin(SourceFile file) => _files[file.Name] = _current = new(file);

    /// <summary>Notes the start of an object; an offset of -1 is not known.</summary>
    public void Note(long line, long offset)
    {
        if (offset >= 0)
        {
            _current?.Note(line, offset);
        }
    }

    public IndexedFile? Find(string name) => _files.GetValueOrDefault(name);
}

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Notes, while files are read, where their lines are.</summary>
internal sealed class SourceIndex
{
    // Far enough apart that the notes are small, near enough that what lies between is read in a millisecond.
    private const long Distance = 1 << 20;

    private readonly Dictionary<string, IndexedFile> _files = new(StringComparer.Ordinal);
    private IndexedFile? _current;

    public void Begin(SourceFile file) => _files[file.Name] = _current = new(file);

    /// <summary>Notes the start of an object; an offset of -1 is not known.</summary>
    public void Note(long line, long offset)
    {
        if (_current is not null && offset >= 0 && offset >= _current.LastMark.Offset + Distance)
        {
            _current.Marks.Add(new(line, offset));
        }
    }

    public IndexedFile? Find(string name) => _files.GetValueOrDefault(name);
}

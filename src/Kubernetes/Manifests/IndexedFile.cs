namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>A file that was read, and where its objects begin.</summary>
internal sealed class IndexedFile(SourceFile source)
{
    private readonly List<Mark> _marks = [];

    public SourceFile Source { get; } = source;

    /// <value>Bytes to the last object that was noted.</value>
    public long LastOffset => _marks.Count == 0 ? 0 : _marks[^1].Offset;

    /// <summary>Notes the next object of the file.</summary>
    /// <param name="line">Its line, from 1.</param>
    /// <param name="offset">Where it is in the text, in bytes.</param>
    public void Note(long line, long offset)
    {
        // What else begins on the same line has its fields there, too, unless it is the first.
        if (_marks.Count == 0 || _marks[^1].Line < line)
        {
            _marks.Add(new(line, offset));
        }
    }

    /// <summary>Where the first object on a line begins, in bytes; -1 when none was noted.</summary>
    public long OffsetOf(long line)
    {
        var at = _marks.BinarySearch(new(line, 0), Comparer<Mark>.Create(static (left, right) => left.Line.CompareTo(right.Line)));
        return at < 0 ? -1 : _marks[at].Offset;
    }

    private readonly record struct Mark(long Line, long Offset);
}

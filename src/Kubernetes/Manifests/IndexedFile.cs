namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>A file that was read, and where some of its lines begin.</summary>
internal sealed class IndexedFile(SourceFile source)
{
    public SourceFile Source { get; } = source;

    /// <summary>Some objects in the order of the file.</summary>
    public List<Mark> Marks { get; } = [];

    public Mark LastMark => Marks.Count == 0 ? new(1, 0) : Marks[^1];

    /// <summary>The last mark at or before a line.</summary>
    public Mark MarkBefore(long line)
    {
        var mark = new Mark(1, 0);
        foreach (var next in Marks)
        {
            if (next.Line > line)
            {
                break;
            }

            mark = next;
        }

        return mark;
    }

    /// <summary>The start of an object.</summary>
    /// <param name="Line">Its line, from 1.</param>
    /// <param name="Offset">Where it is in the text, in bytes.</param>
    public readonly record struct Mark(long Line, long Offset);
}

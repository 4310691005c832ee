using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Takes the objects of all files, decodes them and collects the results.</summary>
internal sealed class ObjectSink(ReadOptions options)
{
    private readonly ObjectDecoder _decoder = new(options.AcceptsPartial);
    private SourceFile _file = new(null, "");
    private SnapshotHeader? _header;
    private int _strangers;
    private long _firstStranger;

    public SnapshotBuilder Builder { get; } = new();

    /// <summary>Objects of any kind that were seen.</summary>
    public long Objects { get; private set; }

    /// <summary>Problems of the file that is read now, without templates and patches.</summary>
    public int FileProblems { get; private set; }

    /// <summary>Objects of the file that is read now that are part of the snapshot or counted in it.</summary>
    public int FileObjects { get; private set; }

    /// <summary>Turns to the next file.</summary>
    public void Begin(SourceFile file)
    {
        _file = file;
        (_strangers, _firstStranger, FileProblems, FileObjects) = (0, 0, 0, 0);
    }

    /// <summary>Decodes one object.</summary>
    public void Add(ReadOnlySpan<byte> json, long line, ObjectType assumed)
    {
        Objects++;
        var location = At(line);
        if (_file.PatchReason is { } reason)
        {
            Builder.Add(new LoadProblem(location, reason, IsPartial: true));
            return;
        }

        var decoded = _decoder.Decode(json, location, assumed);
        switch (decoded.Outcome)
        {
            case DecodeOutcome.NotAnObject:
                _firstStranger = _strangers++ == 0 ? line : _firstStranger;
                return;
            case DecodeOutcome.Unreadable:
                FileProblems++;
                break;
            default:
                FileObjects++;
                break;
        }

        decoded.AddTo(Builder);
    }

    /// <summary>Takes the header of a list that was read.</summary>
    public void AddList(ObjectType items, SnapshotHeader? header)
    {
        Builder.MarkKnown(KnownKinds.OfItems(items));
        if (header is not null)
        {
            Builder.MarkKnown(header.Known);
            _header = header;
        }

        FileObjects++;
    }

    /// <summary>Reports something that cannot be read.</summary>
    public void Fail(long line, string message)
    {
        FileProblems++;
        Builder.Add(new LoadProblem(At(line), message));
    }

    /// <summary>Reports a template or a patch.</summary>
    public void PassOver(long line, string message) => Builder.Add(new LoadProblem(At(line), message, IsPartial: true));

    /// <summary>Counts a document that is no object of the API.</summary>
    public void AddStranger(long line) => _firstStranger = _strangers++ == 0 ? line : _firstStranger;

    /// <summary>Says what of the file was no object.</summary>
    public void End()
    {
        if (_strangers > 0)
        {
            var what = _strangers == 1 ? "not a Kubernetes object" : $"{_strangers} documents that are not Kubernetes objects";
            Builder.Add(new LoadProblem(At(_firstStranger), $"{what}: no apiVersion and kind", IsPartial: true));
        }
    }

    /// <summary>Freezes what was read.</summary>
    public ClusterSnapshot Build()
    {
        Builder.MarkKnown(options.AlsoKnown);
        return Builder.Build(_header?.CapturedAt ?? options.Now, _header?.ServerVersion);
    }

    private SourceLocation At(long line) => new(_file.Name, (int)Math.Min(line, int.MaxValue));
}

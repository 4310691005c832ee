using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Decodes the objects of all files and collects them, with everything that is to be said of the rest.</summary>
internal sealed class ObjectSink(ReadOptions options) : IObjectTarget
{
    private const int MaxListDepth = 8;
    private readonly SnapshotBuilder _builder = new();
    private SourceFile _file = new(null, "", () => Stream.Null);
    private SnapshotHeader? _header;
    private Strangers _strangers;
    private bool _isLive;
    private int _listDepth;

    /// <summary>What decodes the objects.</summary>
    public DecoderPool Decoders { get; } = new(options.AcceptsPartial);

    /// <summary>Objects of any kind that were seen.</summary>
    public long Objects { get; private set; }

    /// <summary>What the source that is read now came to.</summary>
    public SourceTally Tally { get; private set; } = new();

    /// <summary>Kinds that a snapshot file says could not be read.</summary>
    public ResourceKinds Unread => _header is { NotRead.IsEmpty: false } header ? ResourceKinds.All & ~header.Known : ResourceKinds.None;

    /// <summary>Where the text of the files is.</summary>
    public SourceIndex Index { get; } = new();

    public void BeginSource() => Tally = new();

    /// <summary>Turns to the next file.</summary>
    public void Begin(SourceFile file)
    {
        _file = file;
        _strangers = default;
        Index.Begin(file);
    }

    /// <summary>Says what of the file was no object.</summary>
    public void End()
    {
        if (_strangers.Objects > 0)
        {
            var what = _strangers.Objects == 1 ? "not a Kubernetes object" : $"{_strangers.Objects} documents that are not Kubernetes objects";
            AddProblem(new(At(_strangers.FirstLine), $"{what}: no apiVersion and kind", IsPartial: true));
        }

        if (_strangers.Operations > 0)
        {
            PassOver(_strangers.FirstLine, "a JSON patch (a list of op and path); it is not judged by itself");
        }
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> json, long line, long offset, ObjectType assumed)
    {
        if (_file.PassOverReason is { } reason)
        {
            Note(line, offset);
            PassOver(line, reason);
            return;
        }

        var decoder = Decoders.Lend();
        Add(decoder.Decode(json, At(line), assumed), json, line, offset);
        Decoders.Return(decoder);
    }

    /// <summary>Takes one object that was decoded.</summary>
    public void Add(DecodedObject decoded, ReadOnlySpan<byte> json, long line, long offset)
    {
        Note(line, offset);
        switch (decoded)
        {
            case { Outcome: DecodeOutcome.NotAnObject }:
                _strangers = _strangers.And(line, IsOperation(json));
                break;
            case { Outcome: DecodeOutcome.List }:
                AddNested(json, line, offset);
                break;
            case { Problem: { } problem }:
                AddProblem(problem);
                break;
            case { Resource: { Metadata.CreatedAt: null } manifest } when !options.AcceptsPartial && Placeholders.ReasonFor(manifest, json) is { } why:
                PassOver(line, why);
                break;
            default:
                Tally.Objects++;
                _isLive |= decoded.Resource is Node or Pod && decoded.Resource.Metadata.CreatedAt is not null;
                decoded.AddTo(_builder);
                break;
        }
    }

    /// <inheritdoc/>
    public void AddList(ListHeader header)
    {
        Tally.Objects++;
        _builder.MarkKnown(KnownKinds.OfItems(header.Items));
        if (header.Snapshot is { } snapshot)
        {
            _builder.MarkKnown(snapshot.Known);
            _header = snapshot;
            foreach (var problem in snapshot.NotRead)
            {
                AddProblem(new(default, problem));
            }
        }
    }

    /// <inheritdoc/>
    public void AddStranger(long line) => _strangers = _strangers.And(line, isOperation: false);

    /// <inheritdoc/>
    public void Fail(long line, string problem, bool isCutOff = false) => AddProblem(new(At(line), problem, IsCutOff: isCutOff));

    /// <inheritdoc/>
    public void PassOver(long line, string reason) => AddProblem(new(At(line), reason, IsPartial: true));

    /// <summary>Takes a problem that was found outside of a file's text.</summary>
    public void AddProblem(LoadProblem problem)
    {
        Tally.Note(problem);
        _builder.Add(problem);
    }

    /// <summary>Freezes what was read.</summary>
    public ClusterSnapshot Build()
    {
        _builder.MarkKnown(options.AlsoKnown);
        var capturedAt = options.CapturedAt ?? _header?.CapturedAt ?? (_isLive ? Decoders.NewestTime : null) ?? options.Now;
        return _builder.Build(capturedAt, _header?.ServerVersion);
    }

    private void Note(long line, long offset)
    {
        Objects++;
        Index.Note(line, offset);
    }

    // As kubectl does it, a list among the items of a list stands for its own items.
    private void AddNested(ReadOnlySpan<byte> json, long line, long offset)
    {
        if (_listDepth == MaxListDepth)
        {
            PassOver(line, $"lists in lists, more than {MaxListDepth} levels deep; not judged");
            return;
        }

        _listDepth++;
        Objects--;
        NestedList.Read(json, line, offset, this);
        _listDepth--;
    }

    private static bool IsOperation(ReadOnlySpan<byte> json) => json.IndexOf("\"op\""u8) >= 0 && json.IndexOf("\"path\""u8) >= 0;

    private SourceLocation At(long line) => new(_file.Name, (int)Math.Min(line, int.MaxValue));

    private readonly record struct Strangers(int Objects, int Operations, long FirstLine)
    {
        public Strangers And(long line, bool isOperation) =>
            new(Objects + (isOperation ? 0 : 1), Operations + (isOperation ? 1 : 0), FirstLine == 0 ? line : FirstLine);
    }
}

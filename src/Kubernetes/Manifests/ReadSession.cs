using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>One run over all sources.</summary>
internal sealed class ReadSession(ReadOptions options)
{
    private const long ProgressStep = 4 << 20;
    private readonly ObjectSink _sink = new(options);
    private readonly List<InputError> _errors = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private long? _totalBytes = 0;
    private long _bytes;
    private long _reported;
    private int _files;

    public ManifestInput Read(IReadOnlyList<string> sources)
    {
        var lists = sources.Select(source => SourceFinder.Find(source, options)).ToArray();
        _totalBytes = lists.SelectMany(list => list.Files).Aggregate((long?)0, (sum, file) => sum + Length(file));
        foreach (var list in lists)
        {
            Read(list);
        }

        return Finish();
    }

    public ManifestInput Read(SourceFile file)
    {
        Read(SourceList.Of(file.Name, file));
        return Finish();
    }

    private static long? Length(SourceFile file) => file.Path is null ? null : new FileInfo(file.Path) is { Exists: true } info ? info.Length : 0;

    private ManifestInput Finish() => new()
    {
        Snapshot = _sink.Build(),
        Errors = [.. _errors],
        Unread = _sink.Unread,
        Lines = new(_sink.Index),
        BytesRead = _bytes,
        FilesRead = _files,
        ObjectsRead = _sink.Objects,
    };

    private void Read(SourceList list)
    {
        if (list.Error is not null)
        {
            _errors.Add(list.Error);
            return;
        }

        _sink.BeginSource();
        foreach (var problem in list.Problems)
        {
            _sink.AddProblem(problem);
        }

        var fresh = list.Files.Where(file => file.Path is null || _seen.Add(Path.GetFullPath(file.Path))).ToList();
        fresh.ForEach(ReadFile);

        // What an earlier source holds as well is neither read again nor missed.
        if (fresh.Count == 0 && !list.Files.IsEmpty)
        {
            return;
        }

        if (SourceVerdict.Of(list, _sink.Tally) is { } error)
        {
            _errors.Add(error);
        }
    }

    private void ReadFile(SourceFile file)
    {
        _files++;
        _sink.Begin(file);
        try
        {
            using var opened = OpenedFile.Open(file.Open(), file.Name);
            ReadContent(file, opened);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException or InvalidDataException)
        {
            _sink.AddProblem(new LoadProblem(new(file.Name, 0), FileProblems.Describe(exception), IsCutOff: exception is InvalidDataException));
        }

        _sink.End();
    }

    private void ReadContent(SourceFile file, OpenedFile opened)
    {
        if (file.Bundle is { HoldsObjects: false } entry)
        {
            BundleLists.Read(_sink, entry, opened);
            return;
        }

        switch (opened.Kind)
        {
            case ContentKind.Empty: _sink.PassOver(0, "an empty file"); break;
            case ContentKind.Binary: _sink.Fail(0, "not a text file; a manifest is YAML or JSON, and may be compressed with gzip"); break;
            case ContentKind.Archive: _sink.Fail(0, "a tar archive; unpack it and give the folder"); break;
            case ContentKind.Json: ReadJson(file, Counted(opened.Content)); break;
            case ContentKind.Yaml: ReadYaml(file, Counted(opened.Content)); break;
            default: throw new InvalidOperationException($"content {opened.Kind}");
        }
    }

    private void ReadJson(SourceFile file, Stream content)
    {
        using var window = new ByteWindow(content);
        using var objects = new ParallelObjects(_sink, file.Name, options.DecodingThreads);
        try
        {
            // What is passed over need not be decoded.
            new JsonObjectReader(window, file.PassOverReason is null ? objects : _sink, options.MaxObjectBytes)
            {
                FindHeader = file.CanReopen ? offset => FindHeader(file, offset) : null,
            }.Read(file.Assumed);
        }
        finally
        {
            objects.Settle();
        }
    }

    private void ReadYaml(SourceFile file, Stream content)
    {
        using var documents = new YamlDocumentReader(new StreamReader(content));
        new YamlObjectReader(documents, _sink, options.MaxObjectBytes) { IsChartTemplate = file.IsChartTemplate }.Read(file.Assumed);
    }

    /// <summary>Opens the file once more to read what a list says after its items.</summary>
    private ListHeader FindHeader(SourceFile file, long offset)
    {
        using var opened = OpenedFile.Open(file.Open(), file.Name);
        using var window = new ByteWindow(opened.SkipTo(offset));
        return new JsonObjectReader(window, new ObjectTexts(), options.MaxObjectBytes).ReadHeader(ObjectType.Unknown);
    }

    private CountingStream Counted(Stream content) => new(content, read =>
    {
        _bytes += read;
        if (options.Progress is { } progress && (_bytes >= _reported + ProgressStep || read == 0))
        {
            _reported = _bytes;
            progress(new(_sink.Objects, _totalBytes > 0 ? Math.Min(1, (double)_bytes / _totalBytes.Value) : null));
        }
    });
}

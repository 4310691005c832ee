using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>
/// Finds the lines of fields in the files that objects were read from. Nothing is kept for that while reading; a file is opened again
/// at the object when somebody asks. Not for use by several threads at once.
/// </summary>
public sealed class SourceMap
{
    // Beyond these sizes a line would cost more than it is worth; the line of the object is given instead.
    private const long MaxYamlBytes = 16 << 20;
    private const long MaxCompressedBytes = 64 << 20;
    private const int MaxCachedFiles = 32;

    private readonly SourceIndex _index;
    private readonly Dictionary<string, ObjectTexts> _yaml = new(StringComparer.Ordinal);

    internal SourceMap(SourceIndex index) => _index = index;

    /// <summary>Knows no file, and answers with the line of the object.</summary>
    public static SourceMap Empty { get; } = new(new());

    /// <summary>The line of a field of the object at a location; that of the nearest parent when the field is not written there.</summary>
    /// <param name="location">Where the object was read.</param>
    /// <param name="field">The field's path, such as <c>spec.template.spec.containers[0].image</c>.</param>
    public int LineOf(SourceLocation location, string field)
    {
        if (location.File is null || location.Line == 0 || field.Length == 0 || _index.Find(location.File) is not { Source.CanReopen: true } file)
        {
            return location.Line;
        }

        try
        {
            return location.Line + LinesBefore(file, location.Line, field);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // The file was there when it was read; without it the line of the object has to do.
            return location.Line;
        }
    }

    private int LinesBefore(IndexedFile file, int line, string field)
    {
        if (_yaml.TryGetValue(file.Source.Name, out var known))
        {
            return FieldLines.Count(known.At(line), field);
        }

        using var opened = OpenedFile.Open(file.Source.Open(), file.Source.Name);
        return opened.Kind switch
        {
            ContentKind.Json when !opened.IsCompressed || file.LastMark.Offset <= MaxCompressedBytes => InJson(opened, file, line, field),
            ContentKind.Yaml => InYaml(opened, file.Source.Name, line, field),
            _ => 0,
        };
    }

    private static int InJson(OpenedFile opened, IndexedFile file, int line, string field)
    {
        var mark = file.MarkBefore(line);
        using var window = new ByteWindow(opened.SkipTo(mark.Offset));
        var ahead = line - mark.Line;
        while (ahead > 0 && window.At(0) >= 0)
        {
            var end = window.Ahead.IndexOf((byte)'\n');
            window.Advance(end < 0 ? window.Ahead.Length : end + 1);
            ahead -= end < 0 ? 0 : 1;
        }

        // The object is the first one on its line, unless several stand on one line; then the field stands there, too.
        while (window.At(0) is not ('{' or '\n' or < 0))
        {
            window.Advance(1);
        }

        var found = window.At(0) == '{' ? new JsonValueFinder(window, JsonExtentLimit).FindBracketed() : new(-1, 0);
        return found.Length < 0 ? 0 : FieldLines.Count(window.Ahead[..found.Length], field);
    }

    private const int JsonExtentLimit = 64 << 20;

    private int InYaml(OpenedFile opened, string name, int line, string field)
    {
        var texts = new ObjectTexts();
        using var reader = new YamlDocumentReader(new StreamReader(opened.Content));
        new YamlObjectReader(reader, texts, (int)MaxYamlBytes).Read(ObjectType.Unknown);
        if (_yaml.Count >= MaxCachedFiles)
        {
            _yaml.Clear();
        }

        _yaml[name] = texts;
        return FieldLines.Count(texts.At(line), field);
    }
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>
/// Finds the lines of fields in the files that objects were read from. While reading only the places of the objects are kept; when
/// somebody asks, each file is opened once more and gone through forwards.
/// </summary>
public sealed class SourceMap
{
    // Beyond these sizes a line would cost more than it is worth; the line of the object is given instead.
    private const int MaxYamlBytes = 16 << 20;
    private const long MaxCompressedBytes = 64 << 20;

    private readonly SourceIndex _index;

    internal SourceMap(SourceIndex index) => _index = index;

    private delegate ReadOnlySpan<byte> ObjectOnLine(long line);

    /// <summary>Knows no file, and answers with the lines of the objects.</summary>
    public static SourceMap Empty { get; } = new(new());

    /// <summary>The line of each field; that of the nearest parent when the field is not written there.</summary>
    public ImmutableArray<int> LinesOf(IReadOnlyList<FieldPlace> places)
    {
        var lines = places.Select(place => place.Object.Line).ToArray();
        var asked = Enumerable.Range(0, places.Count).Where(at => places[at] is { Object: { File: not null, Line: > 0 }, Field.Length: > 0 });
        foreach (var inFile in asked.GroupBy(at => places[at].Object.File!, StringComparer.Ordinal))
        {
            if (_index.Find(inFile.Key) is { Source.CanReopen: true } file)
            {
                AddLines(file, inFile.OrderBy(at => places[at].Object.Line).ThenBy(at => at), places, lines);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(lines);
    }

    private static void AddLines(IndexedFile file, IEnumerable<int> asked, IReadOnlyList<FieldPlace> places, int[] lines)
    {
        try
        {
            using var opened = OpenedFile.Open(file.Source.Open(), file.Source.Name);
            if (opened.Kind == ContentKind.Json && (!opened.IsCompressed || file.LastOffset <= MaxCompressedBytes))
            {
                using var objects = new IndexedObjects(opened, file);
                AddLines(objects.At, asked, places, lines);
            }
            else if (opened.Kind == ContentKind.Yaml)
            {
                AddLines(YamlObjects(opened).At, asked, places, lines);
            }
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            // The file was there when it was read; without it the lines of the objects have to do.
        }
    }

    private static bool IsUnreadable(Exception exception) => exception is IOException or UnauthorizedAccessException or InvalidDataException;

    private static void AddLines(ObjectOnLine find, IEnumerable<int> asked, IReadOnlyList<FieldPlace> places, int[] lines)
    {
        foreach (var at in asked)
        {
            lines[at] += FieldLines.Count(find(places[at].Object.Line), places[at].Field);
        }
    }

    private static ObjectTexts YamlObjects(OpenedFile opened)
    {
        var texts = new ObjectTexts();
        using var reader = new YamlDocumentReader(new StreamReader(opened.Content));
        try
        {
            new YamlObjectReader(reader, texts, MaxYamlBytes).Read(ObjectType.Unknown);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            // Of a text that is cut off, what comes before has its lines.
        }

        return texts;
    }
}

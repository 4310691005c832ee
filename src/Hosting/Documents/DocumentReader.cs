using System.Globalization;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Hosting.Documents;

/// <summary>Reads the fields of one group, notes what does not fit, and in the end what nobody asked for.</summary>
/// <remarks>A field that does not fit reads as absent, so that one mistake does not hide the next.</remarks>
internal sealed class DocumentReader
{
    private readonly DocumentNode.Mapping _node;
    private readonly MistakeList _mistakes;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private DocumentReader(DocumentNode.Mapping node, string path, MistakeList mistakes)
    {
        (_node, Path, _mistakes) = (node, path, mistakes);
        foreach (var (name, value) in node.Fields)
        {
            mistakes.Remember(PathOf(name), value.Line);
        }
    }

    /// <summary>The path of the group; empty for the document.</summary>
    public string Path { get; }

    /// <summary>The line on which the group starts.</summary>
    public int Line => _node.Line;

    /// <summary>Whether the group has a value for the field.</summary>
    public bool Has(string field) => Find(field) is not null;

    /// <summary>Opens a document; null, with a mistake, when it is not a group of fields.</summary>
    public static DocumentReader? Open(string text, MistakeList mistakes)
    {
        if (DocumentText.Read(text, mistakes.Items) is not { } root)
        {
            return null;
        }

        return Of(root, "", mistakes);
    }

    /// <summary>Reads a text; null when absent.</summary>
    public string? Text(string field) => Find(field) switch
    {
        null => null,
        DocumentNode.Scalar { Text: var text } => text,
        var other => Mistake<string>(field, other, "must be a single value"),
    };

    /// <summary>Reads a switch; null when absent.</summary>
    public bool? Flag(string field) => Find(field) switch
    {
        null => null,
        DocumentNode.Scalar { IsQuoted: false, Text: "true" } => true,
        DocumentNode.Scalar { IsQuoted: false, Text: "false" } => false,
        var other => Mistake<bool?>(field, other, "must be true or false"),
    };

    /// <summary>Reads a whole number; null when absent.</summary>
    public int? Number(string field) => Number(field, int.MinValue, int.MaxValue, "must be a whole number");

    /// <summary>Reads a whole number within bounds; null when absent.</summary>
    public int? Number(string field, int min, int max) => Number(field, min, max, $"must be a whole number from {min} to {max}");

    private int? Number(string field, int min, int max, string right) => Find(field) switch
    {
        null => null,
        DocumentNode.Scalar { Text: var text } when
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max => number,
        var other => Mistake<int?>(field, other, right),
    };

    /// <summary>Reads a group of fields; null when absent.</summary>
    public DocumentReader? Group(string field) => Find(field) is { } node ? Of(node, PathOf(field), _mistakes) : null;

    /// <summary>Reads a list of texts, or one text with commas; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string field)
    {
        switch (Find(field))
        {
            case null:
                return [];
            case DocumentNode.Scalar scalar:
                return scalar.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            case DocumentNode.Sequence sequence when sequence.Items.All(item => item is DocumentNode.Scalar):
                return [.. sequence.Items.Cast<DocumentNode.Scalar>().Select(item => item.Text)];
            case var other:
                _ = Mistake<object>(field, other, "must be a list of texts");
                return [];
        }
    }

    /// <summary>Reads a list of groups; empty when absent.</summary>
    public IReadOnlyList<DocumentReader> Groups(string field)
    {
        if (Find(field) is not { } node)
        {
            return [];
        }

        if (node is not DocumentNode.Sequence list)
        {
            _ = Mistake<object>(field, node, "must be a list");
            return [];
        }

        return [.. list.Items.Select((item, i) => Of(item, $"{PathOf(field)}[{i}]", _mistakes)).OfType<DocumentReader>()];
    }

    /// <summary>Reads every field of the group as a group of its own, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, DocumentReader>> Entries()
    {
        _asked.UnionWith(_node.Fields.Select(field => field.Key));
        return
        [
            .. _node.Fields.Select(field => KeyValuePair.Create(field.Key, Of(field.Value, PathOf(field.Key), _mistakes)!)).Where(entry => entry.Value is not null),
        ];
    }

    /// <summary>Reads every field of the group as a text, a list as one text with commas.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values() =>
        [.. _node.Fields.Select(field => KeyValuePair.Create(field.Key, field.Value is DocumentNode.Sequence ? string.Join(',', Texts(field.Key)) : Text(field.Key) ?? ""))];

    /// <summary>Notes every field that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var (name, value) in _node.Fields.Where(field => !_asked.Contains(field.Key)))
        {
            _mistakes.Add(PathOf(name), value.Line, $"is no field here{Nearest.Hint(name, _asked)}; the fields are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
        }
    }

    private static DocumentReader? Of(DocumentNode node, string path, MistakeList mistakes)
    {
        mistakes.Remember(path, node.Line);
        if (node is DocumentNode.Mapping mapping)
        {
            return new(mapping, path, mistakes);
        }

        mistakes.Add(path, node.Line, $"must be a group of fields, but is {node.Noun}");
        return null;
    }

    private string PathOf(string field) => Path.Length == 0 ? field : $"{Path}.{field}";

    private DocumentNode? Find(string field)
    {
        _ = _asked.Add(field);
        var node = _node.Fields.FirstOrDefault(each => each.Key == field).Value;
        return node is DocumentNode.Scalar { IsNull: true } ? null : node;
    }

    private T? Mistake<T>(string field, DocumentNode node, string rule)
    {
        _mistakes.Add(PathOf(field), node.Line, $"{rule}, but is {(node is DocumentNode.Scalar scalar ? $"'{scalar.Text}'" : node.Noun)}");
        return default;
    }
}

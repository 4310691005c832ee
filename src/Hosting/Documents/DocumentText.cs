using RiskAnalyzer.Kubernetes.Manifests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskAnalyzer.Hosting.Documents;

/// <summary>Reads one YAML or JSON document into nodes that know their lines.</summary>
internal sealed class DocumentText
{
    // Far above any policy or plan; bounds what aliases can blow a document up to, and how deep it recurses.
    private const int MaxNodes = 100_000;
    private const int MaxDepth = 64;

    private readonly SteadyParser _parser;
    private readonly List<DocumentMistake> _mistakes;
    private readonly Dictionary<AnchorName, (DocumentNode Node, int Size)> _anchors = [];
    private int _nodes;

    private DocumentText(string text, List<DocumentMistake> mistakes)
    {
        // JSON may be indented with tabs, which YAML does not allow; inside JSON strings they cannot stand.
        _parser = new(new StringReader(text.AsSpan().TrimStart().StartsWith("{") ? text.Replace('\t', ' ') : text));
        _mistakes = mistakes;
    }

    /// <summary>Reads the document; null when it is empty or no YAML, which is then a mistake.</summary>
    public static DocumentNode? Read(string text, List<DocumentMistake> mistakes)
    {
        try
        {
            return new DocumentText(text, mistakes).ReadOnly();
        }
        catch (YamlException exception)
        {
            mistakes.Add(new("", (int)Math.Max(exception.Start.Line, exception.End.Line), $"not valid YAML or JSON: {Sentence(exception.Message)}"));
            return null;
        }
    }

    private static string Sentence(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');

    private DocumentNode? ReadOnly()
    {
        _ = _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _mistakes.Add(new("", 0, "the file is empty"));
            return null;
        }

        var root = ReadNode("", 0);
        _ = _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _mistakes.Add(new("", (int)second.Start.Line, "the file holds more than one document; write one per file"));
        }

        return root;
    }

    private DocumentNode ReadNode(string path, int depth)
    {
        var before = _nodes;
        var next = _parser.Consume<ParsingEvent>();
        Charge(1, depth, next);
        DocumentNode node = next switch
        {
            YamlDotNet.Core.Events.Scalar scalar => new DocumentNode.Scalar(scalar.Value, scalar.Style is not ScalarStyle.Plain, Line(scalar)),
            MappingStart start => ReadMapping(start, path, depth),
            SequenceStart start => ReadSequence(start, path, depth),
            AnchorAlias alias => Resolve(alias, depth),
            _ => throw new YamlException(next.Start, next.End, $"unexpected {next.GetType().Name}"),
        };
        if (next is NodeEvent { Anchor: { IsEmpty: false } anchor })
        {
            _anchors[anchor] = (node, _nodes - before);
        }

        return node;
    }

    private DocumentNode.Mapping ReadMapping(MappingStart start, string path, int depth)
    {
        var fields = new List<KeyValuePair<string, DocumentNode>>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = _parser.Consume<YamlDotNet.Core.Events.Scalar>();
            var child = path.Length == 0 ? key.Value : $"{path}.{key.Value}";
            var value = ReadNode(child, depth + 1);
            if (lines.TryAdd(key.Value, Line(key)))
            {
                fields.Add(new(key.Value, value is DocumentNode.Scalar ? value : value with { Line = Line(key) }));
            }
            else
            {
                _mistakes.Add(new(child, Line(key), $"is given twice, first on line {lines[key.Value]}"));
            }
        }

        return new(fields, Line(start));
    }

    private DocumentNode.Sequence ReadSequence(SequenceStart start, string path, int depth)
    {
        var items = new List<DocumentNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode($"{path}[{items.Count}]", depth + 1));
        }

        return new(items, Line(start));
    }

    private DocumentNode Resolve(AnchorAlias alias, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value, out var known))
        {
            throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} has no anchor before it");
        }

        Charge(known.Size, depth, alias);
        return known.Node;
    }

    private void Charge(int nodes, int depth, ParsingEvent at)
    {
        _nodes += nodes;
        if (_nodes > MaxNodes || depth > MaxDepth)
        {
            throw new YamlException(at.Start, at.End, $"more than {MaxNodes} values or {MaxDepth} levels");
        }
    }

    private static int Line(ParsingEvent at) => (int)at.Start.Line;
}

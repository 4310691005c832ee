using System.Text;
using System.Text.Json;
using RiskAnalyzer.Model.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Reads YAML text document by document. The items of a list are handed on one by one.</summary>
internal sealed class YamlObjectReader(YamlDocumentReader documents, IObjectTarget target, int maxObjectBytes)
{
    private readonly JsonOutput _root = new(maxObjectBytes);
    private readonly JsonOutput _item = new(maxObjectBytes);

    /// <summary>Whether the text is a template of a Helm chart, in which braces mean something wherever they stand.</summary>
    public bool IsChartTemplate { get; init; }

    /// <summary>Reads everything.</summary>
    /// <param name="assumed">The version and kind of objects that do not say them.</param>
    public void Read(ObjectType assumed)
    {
        do
        {
            try
            {
                ReadDocument(assumed);
            }
            catch (YamlProblemException problem)
            {
                Report(problem.Line, "the document " + problem.Message);
            }
            catch (YamlException problem)
            {
                Report(problem.Start.Line, "not valid YAML: " + YamlMessage.Of(problem));
            }
        }
        while (documents.NextDocument());
    }

    private void Report(long line, string message)
    {
        var at = LineInFile(Math.Max(1, line));
        documents.Drain();
        if (documents.TemplateLine > 0)
        {
            PassOverTemplate();
        }
        else
        {
            target.Fail(at, message);
        }
    }

    private void PassOverTemplate() =>
        target.PassOver(documents.TemplateLine, "a Helm or Go template ({{ }}), which is not judged; render it first");

    private void ReadDocument(ObjectType assumed)
    {
        var parser = new LimitedParser(new SteadyParser(documents), () => documents.Allow(maxObjectBytes));
        _ = parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return;
        }

        switch (parser.Current)
        {
            case MappingStart: ReadRoot(parser, new(parser), assumed); break;
            case SequenceStart: ReadItems(parser, new(parser), assumed, new(target, 0)); break;
            case Scalar { Value.Length: 0 }: break;
            default: target.AddStranger(LineOf(parser)); break;
        }
    }

    private void ReadRoot(IParser parser, YamlConverter converter, ObjectType assumed)
    {
        var line = LineOf(parser);
        LateItems? list = null;
        _root.Clear(parser.Current!.Start.Line);
        var mapping = new JsonMapping(_root);
        _ = parser.MoveNext();
        while (parser.Current is not MappingEnd)
        {
            var isItems = parser.Current is Scalar { Value: "items" };
            if (!converter.WriteKey(mapping, _root, 1))
            {
                continue;
            }

            if (isItems && parser.Current is SequenceStart)
            {
                _root.Write("null"u8);
                var items = HeaderOf(assumed, "}"u8).Items;
                list = new(target, items.IsComplete ? 0 : maxObjectBytes);
                ReadItems(parser, converter, items, list);
            }
            else
            {
                converter.WriteNode(_root, 2);
            }
        }

        mapping.End();
        if (list is not null)
        {
            var header = HeaderOf(assumed, default);
            list.HandOver(header.Items);
            target.AddList(header);
        }
        else if (IsChartTemplate && documents.TemplateLine > 0)
        {
            PassOverTemplate();
        }
        else
        {
            target.Add(_root.Written, line, -1, assumed);
        }
    }

    private void ReadItems(IParser parser, YamlConverter converter, ObjectType assumed, LateItems late)
    {
        _ = parser.MoveNext();
        while (parser.Current is not SequenceEnd)
        {
            var line = LineOf(parser);
            converter.WriteFirst(_item, 2);
            if (_item.Written is not [(byte)'{', ..])
            {
                target.AddStranger(line);
            }
            else if (!late.Keep(_item.Written, line))
            {
                target.Add(_item.Written, line, -1, assumed);
            }
        }

        _ = parser.MoveNext();
    }

    private ListHeader HeaderOf(ObjectType assumed, ReadOnlySpan<byte> ending)
    {
        var header = new ListHeader(assumed);
        using var document = JsonDocument.Parse((byte[])[.. _root.Written, .. ending]);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            header.Note(JsonEncodedText.Encode(property.Name).EncodedUtf8Bytes, Encoding.UTF8.GetBytes(property.Value.GetRawText()));
        }

        return header;
    }

    private long LineOf(IParser parser) => LineInFile(parser.Current?.Start.Line ?? 1);

    private long LineInFile(long line) => documents.FirstLine + line - 1;
}

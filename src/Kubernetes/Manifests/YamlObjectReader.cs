using RiskAnalyzer.Model.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Reads YAML text document by document. The items of a list are handed on one by one.</summary>
internal sealed class YamlObjectReader(ObjectSink sink, SourceFile file, ReadOptions options)
{
    private readonly JsonOutput _item = new(options.MaxObjectBytes);

    public void Read(TextReader text)
    {
        using var documents = new YamlDocumentReader(text);
        do
        {
            try
            {
                ReadDocument(documents);
            }
            catch (YamlProblemException problem)
            {
                Report(documents, problem.Line, "the document " + problem.Message);
            }
            catch (YamlException problem)
            {
                Report(documents, problem.Start.Line, "not valid YAML: " + problem.Message);
            }
        }
        while (documents.NextDocument());
    }

    private static void Report(YamlDocumentReader documents, long line, string message, ObjectSink sink)
    {
        documents.Drain();
        var at = line == 0 ? documents.FirstLine : documents.FirstLine + line - 1;
        if (documents.TemplateLine > 0)
        {
            sink.PassOver(documents.TemplateLine, "a Helm or Go template ({{ … }}), which is not judged; render it first");
        }
        else
        {
            sink.Fail(at, message);
        }
    }

    private void Report(YamlDocumentReader documents, long line, string message) => Report(documents, line, message, sink);

    private void ReadDocument(YamlDocumentReader documents)
    {
        var parser = new Parser(documents);
        _ = parser.Consume<StreamStart>();
        if (!parser.Accept<DocumentStart>(out _))
        {
            return;
        }

        _ = parser.MoveNext();
        var line = documents.FirstLine + (parser.Current?.Start.Line ?? 1) - 1;
        var converter = new YamlConverter(parser, options.MaxObjectBytes);
        switch (parser.Current)
        {
            case MappingStart: ReadRoot(documents, parser, converter, line); break;
            case SequenceStart: ReadItems(documents, parser, converter, file.Assumed); break;
            case Scalar { Value.Length: 0 }: break;
            default: sink.AddStranger(line); break;
        }
    }

    private void ReadRoot(YamlDocumentReader documents, Parser parser, YamlConverter converter, long line)
    {
        var output = new JsonOutput(options.MaxObjectBytes);
        converter.WriteNode(output, 1);
        sink.Add(output.Written, line, file.Assumed);
    }

    private void ReadItems(YamlDocumentReader documents, Parser parser, YamlConverter converter, ObjectType assumed)
    {
        _ = parser.MoveNext();
        while (parser.Current is not SequenceEnd)
        {
            var line = documents.FirstLine + (parser.Current?.Start.Line ?? 1) - 1;
            _item.Clear();
            converter.WriteNode(_item, 2);
            if (_item.Written is [(byte)'{', ..])
            {
                sink.Add(_item.Written, line, assumed);
            }
            else
            {
                sink.AddStranger(line);
            }
        }
    }
}

using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RiskAnalyzer.Hosting.Documents;

/// <summary>Reads configuration documents, YAML or JSON, small enough to be held as a whole.</summary>
public static class DocumentReader
{
    /// <summary>The longest document that is read.</summary>
    /// <value>Characters. A policy of ten thousand lines has less than half of this.</value>
    public const int MaxCharacters = 1_000_000;

    /// <summary>Reads the one document of a text and checks its header; null when there is nothing to go on with.</summary>
    /// <param name="text">The document.</param>
    /// <param name="kind">The kind that it must have, such as <c>MaintenancePlan</c>.</param>
    /// <param name="problems">Receives every mistake.</param>
    public static DocumentNode? Read(string text, string kind, DocumentProblems problems)
    {
        if (text.Length > MaxCharacters)
        {
            problems.Add("", 0, $"is longer than {MaxCharacters} characters; a {kind} is a short document");
            return null;
        }

        if (Parse(text, kind, problems) is not { } root)
        {
            return null;
        }

        var document = new DocumentNode(root, "", problems);
        document.AllowOnly("apiVersion", "kind", "metadata", "spec");
        Expect(document, "apiVersion", "riskanalyzer.io/v1", problems);
        Expect(document, "kind", kind, problems);
        if (document.Field("spec") is null && root is YamlMappingNode)
        {
            problems.Add("spec", document.Line, "is missing");
        }

        return document;
    }

    /// <summary>The name in the header; null when it has none.</summary>
    public static string? NameOf(DocumentNode document)
    {
        var metadata = document.Field("metadata");
        metadata?.AllowOnly("name");
        return metadata?.Field("name")?.AsText();
    }

    private static YamlNode? Parse(string text, string kind, DocumentProblems problems)
    {
        var stream = new YamlStream();
        try
        {
            // Aliases would let a short text stand for an endless one; a plan or a policy needs none.
            stream.Load(new WithoutAliases(new Parser(new StringReader(text))));
        }
        catch (YamlException error)
        {
            problems.Add("", (int)error.Start.Line, $"is neither YAML nor JSON: {error.Message}");
            return null;
        }

        switch (stream.Documents)
        {
            case []:
                problems.Add("", 0, $"is empty; expected a {kind}");
                return null;
            case [var only]:
                return only.RootNode;
            default:
                problems.Add("", (int)stream.Documents[1].RootNode.Start.Line, $"holds {stream.Documents.Count} documents; expected one {kind}");
                return null;
        }
    }

    private static void Expect(DocumentNode document, string field, string value, DocumentProblems problems)
    {
        var found = document.Field(field);
        var text = found?.AsText();
        if (found is null)
        {
            problems.Add(field, document.Line, $"is missing; write {field}: {value}");
        }
        else if (text is not null && text != value)
        {
            found.AddProblem($"must be {value}, not '{text}'");
        }
    }
}

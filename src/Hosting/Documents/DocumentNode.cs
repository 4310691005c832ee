namespace RiskAnalyzer.Hosting.Documents;

/// <summary>A value of a YAML or JSON document with the line it starts on, from 1.</summary>
internal abstract record DocumentNode(int Line)
{
    /// <summary>What a message calls this kind of value.</summary>
    public abstract string Noun { get; }

    /// <summary>A text, number, switch or nothing.</summary>
    public sealed record Scalar(string Text, bool IsQuoted, int Line) : DocumentNode(Line)
    {
        public override string Noun => IsNull ? "nothing" : "a single value";

        public bool IsNull => !IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL";
    }

    /// <summary>Fields by name, in the order of the document.</summary>
    public sealed record Mapping(IReadOnlyList<KeyValuePair<string, DocumentNode>> Fields, int Line) : DocumentNode(Line)
    {
        public override string Noun => "a group of fields";
    }

    /// <summary>A list.</summary>
    public sealed record Sequence(IReadOnlyList<DocumentNode> Items, int Line) : DocumentNode(Line)
    {
        public override string Noun => "a list";
    }
}

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Reads clusters and manifests from files, directories and standard input.</summary>
public static class ManifestReader
{
    /// <summary>Reads one text that is at hand, YAML or JSON.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">How messages call it.</param>
    /// <param name="options">How to read.</param>
    public static ManifestInput ReadText(string text, string name, ReadOptions options)
    {
        var sink = new ObjectSink(options);
        var file = new SourceFile(null, name);
        sink.Begin(file);
        using var reader = new StringReader(text);
        new YamlObjectReader(sink, file, options).Read(reader);
        sink.End();
        return new() { Snapshot = sink.Build(), ObjectsRead = sink.Objects, FilesRead = 1, BytesRead = text.Length };
    }
}

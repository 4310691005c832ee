using System.Text;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Reads clusters and manifests from files, directories and standard input.</summary>
public static class ManifestReader
{
    /// <summary>Reads sources in their order; of two objects with one name the later one counts.</summary>
    /// <param name="sources">Files, directories, or <c>-</c> for standard input.</param>
    /// <param name="options">How to read.</param>
    public static ManifestInput Read(IReadOnlyList<string> sources, ReadOptions options) => new ReadSession(options).Read(sources);

    /// <summary>Reads a text that is at hand, YAML or JSON.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">How messages call it.</param>
    /// <param name="options">How to read.</param>
    public static ManifestInput ReadText(string text, string name, ReadOptions options) =>
        new ReadSession(options).Read(new SourceFile(null, name, () => new MemoryStream(Encoding.UTF8.GetBytes(text))));
}

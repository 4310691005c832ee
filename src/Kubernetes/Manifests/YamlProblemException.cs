namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>A document that is YAML, but not such as an object of the API can be written in.</summary>
internal sealed class YamlProblemException(string message, long line = 0) : Exception(message)
{
    /// <summary>The line in the document, from 1; 0 for the document as a whole.</summary>
    public long Line { get; } = line;
}

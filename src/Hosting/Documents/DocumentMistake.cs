namespace RiskAnalyzer.Hosting.Documents;

/// <summary>A mistake in a policy or plan file.</summary>
/// <param name="Path">The field, such as <c>spec.rules.single-replica.severity</c>; empty for the document itself.</param>
/// <param name="Line">The line, from 1; 0 when unknown.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record DocumentMistake(string Path, int Line, string Message)
{
    /// <summary>Writes the mistake with the file it is in: <c>policy.yaml:7: spec.rules.x: …</c>.</summary>
    public string In(string file) => $"{file}{(Line > 0 ? $":{Line}" : "")}: {(Path.Length > 0 ? $"{Path}: " : "")}{Message}";
}

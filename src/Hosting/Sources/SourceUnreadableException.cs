namespace RiskAnalyzer.Hosting.Sources;

/// <summary>A source of which nothing could be read. The message has a line for each, with what would be right.</summary>
/// <param name="lines">One line for each source.</param>
/// <param name="missingAccess">The RBAC objects, as YAML, with which a cluster could be read; null when rights are not what is missing.</param>
public sealed class SourceUnreadableException(IReadOnlyList<string> lines, string? missingAccess = null) : Exception(string.Join('\n', lines))
{
    /// <summary>One line for each source.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>The RBAC objects, as YAML, with which a cluster could be read; null when rights are not what is missing.</summary>
    public string? MissingAccess => missingAccess;
}

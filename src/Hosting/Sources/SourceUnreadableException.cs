namespace RiskAnalyzer.Hosting.Sources;

/// <summary>A source of which nothing could be read. The message has a line for each, with what would be right.</summary>
public sealed class SourceUnreadableException(IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    /// <summary>One line for each source.</summary>
    public IReadOnlyList<string> Lines => lines;
}

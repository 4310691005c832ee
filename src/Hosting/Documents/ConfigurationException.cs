namespace RiskAnalyzer.Hosting.Documents;

/// <summary>A plan, a policy or an option is wrong. The message lists every mistake with its place.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Makes an exception of all mistakes of one document, sorted by line.</summary>
    /// <param name="source">The file as the user named it, or what the values came from, such as <c>command line</c>.</param>
    /// <param name="problems">All mistakes.</param>
    public ConfigurationException(string source, IEnumerable<DocumentProblem> problems)
        : this([.. problems.OrderBy(p => p.Line).ThenBy(p => p.Path, StringComparer.Ordinal).Select(p => Line(source, p)).Distinct(StringComparer.Ordinal)])
    {
    }

    private ConfigurationException(IReadOnlyList<string> lines)
        : base(string.Join('\n', lines)) => Lines = lines;

    /// <summary>One line for each mistake, with file, line and path.</summary>
    public IReadOnlyList<string> Lines { get; }

    private static string Line(string source, DocumentProblem problem)
    {
        var place = problem.Line > 0 ? $"{source}:{problem.Line}" : source;
        return problem.Path.Length > 0 ? $"{place}: {problem.Path}: {problem.Message}" : $"{place}: {problem.Message}";
    }
}

using System.Collections;

namespace RiskAnalyzer.Hosting.Documents;

/// <summary>The mistakes of one document, collected while it is read, and where its fields stand.</summary>
public sealed class DocumentProblems : IReadOnlyCollection<DocumentProblem>
{
    private readonly List<DocumentProblem> _problems = [];

    /// <inheritdoc/>
    public int Count => _problems.Count;

    /// <summary>Adds a mistake.</summary>
    public void Add(string path, int line, string message) => _problems.Add(new(path, line, message));

    /// <inheritdoc/>
    public IEnumerator<DocumentProblem> GetEnumerator() => _problems.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

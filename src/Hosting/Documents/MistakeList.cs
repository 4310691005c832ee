namespace RiskAnalyzer.Hosting.Documents;

/// <summary>The mistakes of one document, with the lines of its fields for those that are found later.</summary>
internal sealed class MistakeList
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>The mistakes so far.</summary>
    public List<DocumentMistake> Items { get; } = [];

    /// <summary>Notes a mistake.</summary>
    public void Add(string path, int line, string message) => Items.Add(new(path, line, message));

    /// <summary>Notes a mistake in a field that was read, or that is missing from a group that was.</summary>
    public void Add(string path, string message) => Add(path, LineOf(path), message);

    /// <summary>Notes a mistake in a field unless one is known already; a field that did not fit reads as absent, which is no second mistake.</summary>
    public void AddUnlessKnown(string path, string message)
    {
        if (!Items.Exists(mistake => mistake.Path == path || path.StartsWith($"{mistake.Path}.", StringComparison.Ordinal)))
        {
            Add(path, message);
        }
    }

    /// <summary>Keeps the line of a field.</summary>
    public void Remember(string path, int line) => _lines[path] = line;

    /// <summary>The line of a field, or of the nearest group around it; 0 when nothing of it was read.</summary>
    public int LineOf(string path)
    {
        while (path.Length > 0)
        {
            if (_lines.TryGetValue(path, out var line))
            {
                return line;
            }

            path = path[..Math.Max(0, path.AsSpan().LastIndexOfAny('.', '['))];
        }

        return _lines.GetValueOrDefault("");
    }

    /// <summary>The mistakes by line, then path, each once.</summary>
    public IReadOnlyList<DocumentMistake> Sorted() =>
        [.. Items.Distinct().OrderBy(m => m.Line).ThenBy(m => m.Path, StringComparer.Ordinal).ThenBy(m => m.Message, StringComparer.Ordinal)];
}

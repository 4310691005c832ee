namespace RiskAnalyzer.Hosting.Documents;

/// <summary>Finds the name that was probably meant.</summary>
public static class Spelling
{
    /// <summary>The known name closest to a word, if it is close enough to be a slip; null otherwise.</summary>
    public static string? Closest(string word, IEnumerable<string> known)
    {
        // A third of the letters may be wrong: "budgt-exhausted" is a slip, "foo" is not "info".
        var limit = Math.Max(1, word.Length / 3);
        return known.Select(name => (Name: name, Distance: Distance(word, name)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name).FirstOrDefault();
    }

    /// <summary>A clause such as <c>; did you mean 'timeoutSeconds'?</c>, or the whole list when nothing is close and the list is short.</summary>
    public static string Hint(string word, IReadOnlyCollection<string> known)
    {
        if (Closest(word, known) is { } closest)
        {
            return $"; did you mean '{closest}'?";
        }

        return known.Count is > 0 and <= LongestList ? $"; known are {string.Join(", ", known)}" : "";
    }

    private const int LongestList = 12;

    // The distance of Damerau and Levenshtein without case: insertions, deletions, replacements and swapped neighbours.
    private static int Distance(string left, string right)
    {
        var (a, b) = (left.ToLowerInvariant(), right.ToLowerInvariant());
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Step(rows, a, b, i, j);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Step(int[,] rows, string a, string b, int i, int j)
    {
        var replaced = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwap ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }
}

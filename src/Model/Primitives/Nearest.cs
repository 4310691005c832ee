namespace RiskAnalyzer.Model.Primitives;

/// <summary>Guesses what a misspelt name was meant to be.</summary>
public static class Nearest
{
    /// <summary>A phrase such as <c> (did you mean 'single-replica'?)</c>; empty when nothing is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        To(name, candidates) is { } near ? $" (did you mean '{near}'?)" : "";

    /// <summary>The candidate with the fewest changes; null when more than a third of the name would change.</summary>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(candidate => (candidate, distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, name.Length / 3) ? best.candidate : null;
    }

    // Edits by insertion, deletion and replacement (Levenshtein), one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replace = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, Math.Min(row[j - 1], diagonal) + 1);
            }
        }

        return row[to.Length];
    }
}

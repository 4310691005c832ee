namespace RiskAnalyzer.Model.Primitives;

/// <summary>Guesses what a misspelt name was meant to be.</summary>
public static class Nearest
{
    private const int ShortestBeginning = 4;

    /// <summary>A phrase such as <c> (did you mean 'single-replica'?)</c>; empty when nothing is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        To(name, candidates) is { } near ? $" (did you mean '{near}'?)" : "";

    /// <summary>The candidate with the fewest changes, or the shortest one that begins like this; null when nothing is near.</summary>
    /// <remarks>Near means that no more than a third of the letters change, and at least one may.</remarks>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        var known = candidates.ToList();
        var best = known
            .Select(candidate => (candidate, distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, name.Length / 3) ? best.candidate : Beginning(name, known);
    }

    private static string? Beginning(string name, List<string> known) => name.Length < ShortestBeginning
        ? null
        : known.Where(candidate => candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(candidate => candidate.Length).ThenBy(candidate => candidate, StringComparer.Ordinal).FirstOrDefault();

    // Insertions, deletions, replacements and swapped neighbours (optimal string alignment).
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Step(rows, from, to, i, j);
            }
        }

        return rows[from.Length, to.Length];
    }

    private static int Step(int[,] rows, string from, string to, int i, int j)
    {
        var replaced = rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var isSwap = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return isSwap ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }
}

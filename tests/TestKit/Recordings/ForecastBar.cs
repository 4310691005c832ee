namespace RiskAnalyzer.TestKit.Recordings;

/// <summary>What the forecast must reach on recorded drains.</summary>
/// <remarks>Runs that start alike differ by 2 to 3 %; nothing can be nearer than that.</remarks>
public static class ForecastBar
{
    private const double MedianShare = 0.05;
    private const double MedianSeconds = 1.5;
    private const double WorstShare = 0.15;
    private const double WorstSeconds = 2;

    /// <summary>What one run misses; nothing when it meets the bar.</summary>
    public static IEnumerable<string> Misses(RecordingComparison row)
    {
        foreach (var node in row.WrongNodes)
        {
            yield return node;
        }

        if (!row.IsInRange)
        {
            yield return "out of range";
        }

        if (row.IsShutdownKnown && !row.IsWithin(WorstShare, WorstSeconds))
        {
            yield return "expected too far off";
        }
    }

    /// <summary>What the runs miss together.</summary>
    public static IEnumerable<string> Misses(IReadOnlyList<RecordingComparison> rows)
    {
        foreach (var row in rows)
        {
            foreach (var miss in Misses(row))
            {
                yield return $"{row.Recording.Case}/{row.Recording.Run}: {miss}";
            }
        }

        var known = rows.Where(row => row.IsShutdownKnown).ToArray();
        if (known.Count(IsNear) * 2 < known.Length)
        {
            yield return $"the expected value is near in {known.Count(IsNear)} of {known.Length} runs, which is less than half";
        }
    }

    /// <summary>Whether the expected value of a run is as near as it must be in the median run.</summary>
    public static bool IsNear(RecordingComparison row) => row.IsWithin(MedianShare, MedianSeconds);
}

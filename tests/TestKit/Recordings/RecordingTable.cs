using System.Globalization;

namespace RiskAnalyzer.TestKit.Recordings;

/// <summary>Prints forecasts beside what really happened.</summary>
public static class RecordingTable
{
    /// <summary>Writes one line per run, then how far off the expected values are, then what misses the bar.</summary>
    public static void Write(IReadOnlyList<RecordingComparison> rows, TextWriter output)
    {
        var width = rows.Max(row => NameOf(row).Length);
        output.WriteLine($"{"case/run".PadRight(width)} {"actual",8} {"best",8} {"expected",8} {"worst",8} {"error",7}  verdict");
        foreach (var row in rows)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{NameOf(row).PadRight(width)} {row.Recording.DrainSeconds,8:0.00} {row.Sum.Best,8:0.00} {row.Sum.Expected,8:0.00} {row.Sum.Worst,8:0.00} {row.Error,7:0.0%}  {VerdictOf(row)}"));
        }

        var known = rows.Where(row => row.IsShutdownKnown).ToArray();
        output.WriteLine(
            $"{rows.Count} runs: {rows.Count(row => row.WrongNodes.Count > 0)} with a wrong outcome, {rows.Count(row => !row.IsInRange)} out of range; "
            + $"of {known.Length} whose shutdown is known {known.Count(ForecastBar.IsNear)} are near and {known.Count(row => ForecastBar.Misses(row).Any())} miss the bar"
            + (known.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; the median run is off by {MedianError(known):0.0%}")));
        foreach (var miss in ForecastBar.Misses(rows))
        {
            output.WriteLine($"MISSED {miss}");
        }
    }

    private static string NameOf(RecordingComparison row) => $"{row.Recording.Case}/{row.Recording.Run}";

    private static string VerdictOf(RecordingComparison row) =>
        string.Join("; ", ForecastBar.Misses(row).DefaultIfEmpty("right")) + (row.IsShutdownKnown ? "" : " (shutdown unknown)");

    private static double MedianError(RecordingComparison[] known) => known.Select(row => Math.Abs(row.Error)).Order().ElementAt(known.Length / 2);
}

namespace RiskAnalyzer.TestKit.Recordings;

/// <summary>Prints forecasts beside what really happened.</summary>
public static class RecordingTable
{
    /// <summary>Writes one line per run, then how far off the expected values are.</summary>
    public static void Write(IReadOnlyList<RecordingComparison> rows, TextWriter output)
    {
        output.WriteLine($"{"case/run",-34} {"actual",8} {"best",8} {"expected",8} {"worst",8} {"error",7}  outcomes");
        foreach (var row in rows)
        {
            output.WriteLine(
                $"{row.Recording.Case + "/" + row.Recording.Run,-34} {row.Recording.DrainSeconds,8:0.00} {row.Sum.Best,8:0.00} {row.Sum.Expected,8:0.00} "
                + $"{row.Sum.Worst,8:0.00} {row.Error,7:0.0%}  {(row.WrongNodes.Count == 0 ? "right" : string.Join("; ", row.WrongNodes))}"
                + (row.IsInRange ? "" : " OUT OF RANGE") + (row.IsShutdownKnown ? "" : " (shutdown unknown)"));
        }

        var errors = rows.Where(row => row.IsShutdownKnown).Select(row => Math.Abs(row.Error)).Order().ToArray();
        output.WriteLine($"{rows.Count} runs, {rows.Count(row => row.WrongNodes.Count > 0)} with a wrong outcome, {rows.Count(row => !row.IsInRange)} out of range");
        if (errors.Length > 0)
        {
            output.WriteLine($"expected value, where every pod's shutdown is known: off by {errors[errors.Length / 2]:0.0%} in the median run");
        }
    }
}

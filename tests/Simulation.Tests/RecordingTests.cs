using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Recordings;

namespace RiskAnalyzer.Simulation.Tests;

/// <summary>The bar for the forecast, on real drains: outcomes, range and expected value.</summary>
public sealed class RecordingTests(ITestOutputHelper output)
{
    private static readonly Lazy<RecordingComparison[]> All =
        new(() => [.. Recording.In(Repository.PathOf("tests", "recordings")).Select(RecordingComparison.Of)]);

    public static TheoryData<string> Cases =>
        [.. Recording.In(Repository.PathOf("tests", "recordings")).Select(recording => recording.Case).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_real_maintenance_ends_as_forecast(string @case)
    {
        foreach (var row in All.Value.Where(row => row.Recording.Case == @case))
        {
            Assert.Empty(row.WrongNodes);
            Assert.True(row.IsInRange, $"{row.Recording.Run}: {row.Recording.DrainSeconds} s is not between {row.Sum.Best:0.0} and {row.Sum.Worst:0.0} s");
            Assert.True(!row.IsShutdownKnown || row.IsWithin(0.15, 2), $"{row.Recording.Run}: expected {row.Sum.Expected:0.0} s, really {row.Recording.DrainSeconds} s");
        }
    }

    [Fact]
    public void The_expected_value_is_within_five_percent_in_the_median_run()
    {
        using var table = new StringWriter();
        RecordingTable.Write(All.Value, table);
        output.WriteLine(table.ToString());

        var known = All.Value.Where(row => row.IsShutdownKnown).ToArray();
        Assert.True(known.Count(row => row.IsWithin(0.05, 1.5)) * 2 > known.Length);
    }
}

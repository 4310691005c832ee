using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Recordings;

namespace RiskAnalyzer.Simulation.Tests;

/// <summary>The bar for the forecast, on real drains: outcomes, range and expected value. The command <c>recordings</c> of the benchmarks prints the same.</summary>
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
        var rows = All.Value.Where(row => row.Recording.Case == @case).ToArray();

        Assert.NotEmpty(rows);
        Assert.Empty(rows.SelectMany(row => ForecastBar.Misses(row).Select(miss => $"{row.Recording.Run}: {miss}")));
    }

    [Fact]
    public void The_runs_together_meet_the_bar()
    {
        using var table = new StringWriter();
        RecordingTable.Write(All.Value, table);
        output.WriteLine(table.ToString());

        Assert.Empty(ForecastBar.Misses(All.Value));
    }
}

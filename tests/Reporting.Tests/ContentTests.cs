using System.Globalization;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Reporting.Sarif;
using RiskAnalyzer.Reporting.Text;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Tests;

public sealed class ContentTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.04, "0 s")]
    [InlineData(2.25, "2.3 s")]
    [InlineData(9.96, "10 s")]
    [InlineData(59.4, "59 s")]
    [InlineData(59.6, "1 min")]
    [InlineData(130, "2 min 10 s")]
    [InlineData(3599.6, "1 h")]
    [InlineData(3629, "1 h")]
    [InlineData(4320, "1 h 12 min")]
    [InlineData(93600, "26 h")]
    [InlineData(double.PositiveInfinity, "for ever")]
    public void Durations_read_as_people_say_them(double seconds, string text) => Assert.Equal(text, DurationText.Of(seconds));

    [Theory]
    [InlineData("2026-12-01T22:30:00+02:00", "2026-12-01 20:30 UTC", "2026-12-01T20:30:00Z")]
    [InlineData("2026-12-01T00:00:00Z", "2026-12-01", "2026-12-01")]
    public void Manifests_which_have_no_moment_are_judged_by_the_day(string moment, string text, string exact)
    {
        var time = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
        Assert.Equal((text, exact), (MomentText.Of(time), MomentText.Exact(time)));
    }

    [Fact]
    public void A_run_that_ends_without_a_culprit_names_no_node()
    {
        var never = SampleReports.NeverEnds;
        var closed = never.Forecast with
        {
            Outcome = ForecastOutcome.Stops,
            TotalSeconds = new(60, 60, 60),
            Nodes = [never.Forecast.Nodes[0], never.Forecast.Nodes[2]],
        };
        Assert.Equal("Ends after 1 min with only 1 of 2 nodes drained", ForecastVerdict.Headline(never with { Forecast = closed }));
        Assert.Equal(
            "Never ends: 1 of 2 nodes drained",
            ForecastVerdict.Headline(never with { Forecast = closed with { Outcome = ForecastOutcome.NeverEnds } }));
    }

    [Theory]
    [InlineData(24.2, 30, false, "saves 24 s")]
    [InlineData(-3, 150, false, "saves up to 2 min 30 s")]
    [InlineData(0, 0, false, "drains more")]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true, "completes")]
    public void A_change_says_what_it_brings(double expected, double worst, bool completes, string text) =>
        Assert.Equal(text, FixGain.Of(new("rule", "Node/a", expected, "change", completes, worst)));

    [Fact]
    public void A_workload_that_is_evicted_in_other_runs_says_so()
    {
        var workload = SampleReports.Completes.Forecast.Workloads[0];
        Assert.Equal("evicted in some runs only", Downtime.Evictions(workload with { Evictions = 0 }));
        Assert.Equal("1 eviction", Downtime.Evictions(workload with { Evictions = 1 }));
    }

    [Fact]
    public void Up_to_five_objects_stand_for_themselves_and_six_are_one_entry()
    {
        var findings = Enumerable.Range(1, 6).Select(i => SampleReports.Finding("single-replica", Severity.High, SampleReports.Workload("team", $"{i}"), null, 0)).ToList();
        Assert.Equal(5, FindingGroups.Of(findings.Take(5), expand: false).Count);
        Assert.Equal(6, Assert.Single(FindingGroups.Of(findings, expand: false)).Objects.Count);
        Assert.Equal(6, FindingGroups.Of(findings, expand: true).Count);
    }

    [Fact]
    public void The_worst_group_comes_first()
    {
        var groups = FindingGroups.Of(
            [
                SampleReports.Finding("single-replica", Severity.Low, SampleReports.Workload("a", "a"), null, 0),
                SampleReports.Finding("single-replica", Severity.High, SampleReports.Workload("z", "z"), null, 0),
            ],
            expand: false);
        Assert.Equal([Severity.High, Severity.Low], groups.Select(group => group.Severity));
    }

    [Theory]
    [InlineData("cart", 4)]
    [InlineData("購物車", 6)]
    [InlineData("カート", 6)]
    [InlineData("e\u0301", 1)]
    public void Wide_letters_take_two_columns(string text, int width) => Assert.Equal(width, DisplayWidth.Of(text));

    [Fact]
    public void A_long_name_breaks_at_a_separator_and_nothing_of_it_is_lost()
    {
        const string Name = "Deployment/production-payments/payment-gateway-worker-of-the-north";
        var lines = TextWrap.Lines(Name, 30).ToList();
        Assert.Equal(Name, string.Concat(lines));
        Assert.All(lines, line => Assert.True(line.Length <= 30));
        Assert.EndsWith("-", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_stays_with_its_unit() => Assert.Equal(["it takes", "33 min, or", "less"], TextWrap.Lines("it takes 33 min, or less", 10));

    [Theory]
    [InlineData("manifests/cart.yaml", "manifests/cart.yaml", true)]
    [InlineData("./cart.yaml", "cart.yaml", true)]
    [InlineData("/src/repo/a b.yaml", "a%20b.yaml", true)]
    [InlineData("../repo/x/../cart.yaml", "cart.yaml", true)]
    [InlineData("../other/cart.yaml", "file:///src/other/cart.yaml", false)]
    [InlineData("/src/repo-2/cart.yaml", "file:///src/repo-2/cart.yaml", false)]
    [InlineData("/elsewhere/cart.yaml", "file:///elsewhere/cart.yaml", false)]
    public void Sarif_addresses_are_relative_to_the_root(string file, string address, bool isRelative)
    {
        Assert.Equal(address, SarifResult.Address(file, "/src/repo", out var relative));
        Assert.Equal(isRelative, relative);
    }
}

using System.Diagnostics.Metrics;
using System.Text;
using RiskAnalyzer.Hosting.Telemetry;
using RiskAnalyzer.TestKit.Tools;

namespace RiskAnalyzer.Hosting.Tests.Telemetry;

/// <summary>Instruments are read through the SDK as they are.</summary>
public sealed class ProgramTelemetryTests
{
    [Fact]
    public void Every_kind_of_instrument_becomes_a_family()
    {
        using var meter = new Meter("Test");
        using var telemetry = Start(meter);
        meter.CreateCounter<long>("reviews", "{review}", "Reviews.").Add(2, new KeyValuePair<string, object?>("rule", "single-replica"));
        meter.CreateUpDownCounter<long>("in_flight", "{review}", "Under way.").Add(-1);
        _ = meter.CreateObservableGauge("age", () => 1.5, "s", "Age.");
        var duration = meter.CreateHistogram("duration", "s", "Duration.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1] });
        duration.Record(0.25);
        duration.Record(4);

        Assert.Equal(
            """
            # HELP age_seconds Age.
            # TYPE age_seconds gauge
            age_seconds 1.5
            # HELP duration_seconds Duration.
            # TYPE duration_seconds histogram
            duration_seconds_bucket{le="0.5"} 1
            duration_seconds_bucket{le="1.0"} 1
            duration_seconds_bucket{le="+Inf"} 2
            duration_seconds_sum 4.25
            duration_seconds_count 2
            # HELP in_flight Under way.
            # TYPE in_flight gauge
            in_flight -1
            # HELP reviews_total Reviews.
            # TYPE reviews_total counter
            reviews_total{rule="single-replica"} 2

            """,
            Page(telemetry));
    }

    [Fact]
    public void Another_meter_of_the_same_name_is_not_read()
    {
        using var meter = new Meter("Test.Twice");
        using var other = new Meter("Test.Twice");
        using var telemetry = Start(meter);
        other.CreateCounter<long>("stray").Add(1);
        Assert.Empty(telemetry.Families());
    }

    [Fact]
    public void Of_foreign_meters_only_what_is_named_is_read()
    {
        using var foreign = new Meter("Foreign");
        using var telemetry = ProgramTelemetry.Start(new() { ServiceName = "test", ServiceVersion = "1", Instruments = [("Foreign", "wanted")] });
        foreign.CreateCounter<long>("wanted").Add(1);
        foreign.CreateCounter<long>("unwanted").Add(1);
        Assert.Equal("wanted", Assert.Single(telemetry.Families()).Name);
    }

    [Fact]
    public void Two_instruments_that_would_be_named_alike_do_not_spoil_the_page()
    {
        using var meter = new Meter("Test.Alike");
        using var telemetry = Start(meter);
        meter.CreateCounter<long>("a.b").Add(1);
        meter.CreateCounter<long>("a_b").Add(1);
        _ = Assert.Single(telemetry.Families());
    }

    [Fact]
    public async Task Promtool_has_no_complaint_about_the_process_and_the_odd_cases()
    {
        using var meter = ProcessMetrics.Create();
        using var telemetry = Start(meter);
        var page = Page(telemetry);
        Assert.Contains("\nprocess_start_time_seconds 1", page, StringComparison.Ordinal);
        Assert.Contains("\nprocess_cpu_seconds_total ", page, StringComparison.Ordinal);
        var all = page + PrometheusText.Write(PrometheusTextTests.Families, PrometheusFormat.Text);
        var complaints = await Promtool.ComplaintsAsync(all, TestContext.Current.CancellationToken);
        Assert.SkipWhen(complaints is null, Promtool.Missing);
        Assert.Equal("", complaints);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", " ", false)]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "a=b", false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317", true)]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://collector:4318/v1/metrics", true)]
    public void Nothing_is_sent_unless_a_collector_is_named(string? variable, string? value, bool expected) =>
        Assert.Equal(expected, OtlpEnvironment.NamesCollector(name => name == variable ? value : null));

    private static ProgramTelemetry Start(Meter meter) => ProgramTelemetry.Start(new() { ServiceName = "test", ServiceVersion = "1", Meters = [meter] });

    private static string Page(ProgramTelemetry telemetry) => Encoding.UTF8.GetString(telemetry.Page(PrometheusFormat.Text));
}

using RiskAnalyzer.Hosting.Telemetry;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Hosting.Tests.Telemetry;

/// <summary>Metrics are written as the two formats want them.</summary>
public sealed class PrometheusTextTests
{
    /// <summary>One family of each kind, with everything that has to be escaped.</summary>
    internal static IReadOnlyList<MetricFamily> Families { get; } =
    [
        new()
        {
            Name = "riskanalyzer_reviews",
            Kind = MetricKind.Counter,
            Help = "Reviews,\nby \"kind\" and C:\\path.",
            Samples =
            [
                new([Label("kind", "Pod")], 3),
                new([Label("kind", "a \"quoted\"\nline \\ of text")], 1),
            ],
        },
        new()
        {
            Name = "riskanalyzer_duration_seconds",
            Kind = MetricKind.Histogram,
            Unit = "seconds",
            Help = "Time to answer.",
            Samples = [new([], 2.75) { Buckets = [new(0.25, 1), new(1, 1), new(double.PositiveInfinity, 2)], Count = 2 }],
        },
        new()
        {
            Name = "riskanalyzer_build_info",
            Kind = MetricKind.Gauge,
            Help = "The version.",
            Samples = [new([Label("revision", ""), Label("version", "1.0.0")], 1)],
        },
        new() { Name = "riskanalyzer_odd_ratio", Kind = MetricKind.Gauge, Unit = "ratio", Help = "Odd.", Samples = [new([], double.NaN)] },
    ];

    [Theory]
    [InlineData("text.prom", false)]
    [InlineData("openmetrics.prom", true)]
    public void Families_and_series_are_sorted_and_escaped(string file, bool openMetrics)
    {
        var format = openMetrics ? PrometheusFormat.OpenMetrics : PrometheusFormat.Text;
        var text = PrometheusText.Write(Families, format);
        Assert.Null(Golden.Difference(Repository.PathOf("tests", "Hosting.Tests", "Telemetry", file), text));
    }

    [Theory]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e21, "1E+21")]
    [InlineData(-0.000001, "-1E-06")]
    public void Numbers_are_written_as_Prometheus_reads_them(double value, string expected)
    {
        var family = new MetricFamily { Name = "x", Kind = MetricKind.Gauge, Help = "X.", Samples = [new([], value)] };
        Assert.EndsWith($"\nx {expected}\n", PrometheusText.Write([family], PrometheusFormat.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_label_is_cut()
    {
        var family = new MetricFamily { Name = "x", Kind = MetricKind.Gauge, Help = "X.", Samples = [new([Label("a", new string('v', 5000))], 1)] };
        Assert.Contains($"x{{a=\"{new string('v', 120)}\"}} 1\n", PrometheusText.Write([family], PrometheusFormat.Text), StringComparison.Ordinal);
    }

    private static KeyValuePair<string, string> Label(string name, string value) => new(name, value);
}

using RiskAnalyzer.Hosting.Telemetry;

namespace RiskAnalyzer.Hosting.Tests.Telemetry;

/// <summary>Names of instruments become names that Prometheus takes.</summary>
public sealed class PrometheusNameTests
{
    [Theory]
    [InlineData("riskanalyzer.admission.duration", "s", MetricKind.Histogram, "riskanalyzer_admission_duration_seconds")]
    [InlineData("process.resident_memory", "By", MetricKind.Gauge, "process_resident_memory_bytes")]
    [InlineData("riskanalyzer.certificate.not_after_timestamp_seconds", "s", MetricKind.Gauge, "riskanalyzer_certificate_not_after_timestamp_seconds")]
    [InlineData("kestrel.active_connections", "{connection}", MetricKind.Gauge, "kestrel_active_connections")]
    [InlineData("fill", "1", MetricKind.Gauge, "fill_ratio")]
    [InlineData("2-fold", null, MetricKind.Counter, "_2_fold")]
    public void A_metric_is_named_after_instrument_and_unit(string instrument, string? ucum, MetricKind kind, string expected) =>
        Assert.Equal(expected, PrometheusName.OfMetric(instrument, PrometheusName.UnitOf(ucum, kind)));

    [Theory]
    [InlineData("http.route", "http_route")]
    [InlineData("a:b", "a_b")]
    [InlineData("", "_")]
    public void A_label_is_named_after_its_tag(string tag, string expected) => Assert.Equal(expected, PrometheusName.OfLabel(tag));
}

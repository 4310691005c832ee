using RiskAnalyzer.Hosting.Telemetry;

namespace RiskAnalyzer.Hosting.Tests.Telemetry;

/// <summary>A scraper gets the format that it likes best.</summary>
public sealed class PrometheusNegotiationTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("text/html,application/xhtml+xml;q=0.9")]
    [InlineData("text/plain;version=0.0.4;q=0.5,*/*;q=0.1")]
    [InlineData("application/openmetrics-text;version=2.0.0")]
    [InlineData("application/openmetrics-text;q=0")]
    [InlineData(";;,=,q=x;")]
    public void Text_is_sent_by_default(string? accept) => Assert.Same(PrometheusFormat.Text, PrometheusNegotiation.Choose(accept));

    [Theory]
    [InlineData("application/openmetrics-text")]
    [InlineData("Application/OpenMetrics-Text; Version=1.0.0; charset=utf-8")]
    [InlineData("text/plain;q=0.3,application/openmetrics-text;version=\"1.0.0\";q=0.4")]

    // What Prometheus 3 sends.
    [InlineData("application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5," +
        "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2")]
    public void OpenMetrics_is_sent_to_who_prefers_it(string accept) => Assert.Same(PrometheusFormat.OpenMetrics, PrometheusNegotiation.Choose(accept));
}

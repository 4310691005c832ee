using System.Net;
using System.Security.Authentication;
using Microsoft.Extensions.DependencyInjection;
using RiskAnalyzer.TestKit.Tools;
using RiskAnalyzer.Webhook.Serving;

namespace RiskAnalyzer.Webhook.Tests.Serving;

/// <summary>The server answers reviews over TLS on one port, and health and metrics on the other.</summary>
public sealed class WebhookServerTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Reviews_are_answered_over_both_versions_of_HTTP(string version)
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var client = webhook.Client(new(version));
        using var response = await client.PostAsync("/validate?timeout=2s", RunningWebhook.Body(), Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(new Version(version), response.Version);
        var answer = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("\"uid\":\"7a1f\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"allowed\":true", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    public async Task What_belongs_to_operations_is_not_found_on_the_admission_port(string path)
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var client = webhook.Client(HttpVersion.Version11);
        using var response = await client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Reviews_are_not_answered_in_the_clear()
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var client = webhook.Client(HttpVersion.Version11, isAdmission: false);
        using var response = await client.PostAsync("/validate", RunningWebhook.Body(), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_renewed_certificate_is_served_to_the_next_connection_while_the_old_one_goes_on()
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var old = webhook.Client(HttpVersion.Version11);
        using var before = await old.PostAsync("/validate", RunningWebhook.Body(), Cancellation);
        webhook.Renew();
        using var renewed = webhook.Client(HttpVersion.Version11);
        var untrusted = await Assert.ThrowsAsync<HttpRequestException>(() => renewed.PostAsync("/validate", RunningWebhook.Body(), Cancellation));
        _ = Assert.IsType<AuthenticationException>(untrusted.InnerException);

        webhook.App.Services.GetRequiredService<ServingCertificate>().Check();
        using var after = await renewed.PostAsync("/validate", RunningWebhook.Body(), Cancellation);
        using var goesOn = await old.PostAsync("/validate", RunningWebhook.Body(), Cancellation);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(HttpStatusCode.OK, goesOn.StatusCode);
    }

    [Fact]
    public async Task Without_a_certificate_it_lives_and_says_what_is_missing()
    {
        await using var webhook = await RunningWebhook.StartAsync(options => options with { CertificateFile = "/nowhere/tls.crt" });
        Assert.Equal(HttpStatusCode.OK, (await webhook.ReadAsync("/livez")).Status);
        var (status, body) = await webhook.ReadAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("[-]certificate: ", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cold_view_holds_readiness_up_for_a_limited_time()
    {
        await using var webhook = await RunningWebhook.StartAsync(options => options with { ViewWaitSeconds = 30 });
        Assert.Contains("[-]view: ", (await webhook.ReadAsync("/readyz")).Body, StringComparison.Ordinal);
        webhook.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await webhook.ReadAsync("/readyz")).Status);
    }

    [Theory]
    [InlineData("text/plain", "text/plain; version=0.0.4; charset=utf-8")]
    [InlineData("application/openmetrics-text; version=1.0.0", "application/openmetrics-text; version=1.0.0; charset=utf-8")]
    public async Task Metrics_are_negotiated(string accept, string contentType)
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var client = webhook.Client(HttpVersion.Version11, isAdmission: false);
        client.DefaultRequestHeaders.Add("Accept", accept);
        using var response = await client.GetAsync("/metrics", Cancellation);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Promtool_has_no_complaint_about_the_page_of_a_busy_server()
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var client = webhook.Client(HttpVersion.Version20);
        using var response = await client.PostAsync("/validate", RunningWebhook.Body(), Cancellation);
        var page = (await webhook.ReadAsync("/metrics")).Body;
        Assert.Contains("riskanalyzer_admission_reviews_total{decision=\"warned\",kind=\"Deployment\",operation=\"CREATE\"} 1\n", page, StringComparison.Ordinal);
        Assert.Contains("riskanalyzer_admission_rules_not_evaluated_total{rule=\"single-replica\"} 1\n", page, StringComparison.Ordinal);
        Assert.Contains("\nriskanalyzer_certificate_reloads_total{outcome=\"loaded\"} 1\n", page, StringComparison.Ordinal);
        Assert.Contains("\nriskanalyzer_admission_shed_total 0\n", page, StringComparison.Ordinal);
        Assert.Contains("\nriskanalyzer_certificate_not_after_timestamp_seconds ", page, StringComparison.Ordinal);
        Assert.Contains("\nhttp_server_request_duration_seconds_count{", page, StringComparison.Ordinal);
        var complaints = await Promtool.ComplaintsAsync(page, Cancellation);
        Assert.SkipWhen(complaints is null, Promtool.Missing);
        Assert.Equal("", complaints);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

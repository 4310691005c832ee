using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace RiskAnalyzer.Webhook.Tests.Serving;

/// <summary>What is no review gets a clear 4xx over HTTP and harms nobody else; what is too much is allowed unread and counted.</summary>
public sealed class AdmissionEndpointTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_whether_or_not_it_says_so(bool saysLength)
    {
        await using var webhook = await RunningWebhook.StartAsync(options => options with { Limits = new() { MaxBodyBytes = 1024 } });
        using var client = webhook.Client(HttpVersion.Version11);
        using var body = RunningWebhook.Body(RunningWebhook.Review.Replace("\"jo\"", $"\"{new string('j', 1024)}\"", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/validate") { Content = body };
        request.Headers.TransferEncodingChunked = !saysLength;
        using var response = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await AssertServesAsync(webhook);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json-patch+json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/vnd.kubernetes.protobuf", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("Application/JSON", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task Only_JSON_is_read(string? contentType, HttpStatusCode status)
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var client = webhook.Client(HttpVersion.Version11);
        using var body = RunningWebhook.Body();
        body.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        using var response = await client.PostAsync("/validate", body, Cancellation);
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1beta1","kind":"AdmissionReview","request":{"uid":"7a1f"}}""", "admission.k8s.io/v1beta1")]
    [InlineData("{", "cut off")]
    [InlineData("", "cut off")]
    public async Task What_is_no_review_is_a_mistake_of_the_caller(string review, string reason)
    {
        await using var webhook = await RunningWebhook.StartAsync();
        var (status, text) = await SendAsync(webhook, review);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(reason, text, StringComparison.Ordinal);
        await AssertServesAsync(webhook);
    }

    [Fact]
    public async Task Nesting_without_end_is_a_mistake_of_the_caller()
    {
        await using var webhook = await RunningWebhook.StartAsync();
        var nested = new StringBuilder().Insert(0, """{"a":""", 500_000).Append('1').Append('}', 500_000).ToString();
        var (status, _) = await SendAsync(webhook, RunningWebhook.Review.Replace("\"oldObject\":null", $"\"oldObject\":{nested}", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        await AssertServesAsync(webhook);
    }

    [Fact]
    public async Task Only_POST_is_answered()
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var client = webhook.Client(HttpVersion.Version11);
        using var response = await client.GetAsync("/validate", Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task What_comes_beyond_the_limit_is_allowed_unread_and_counted()
    {
        await using var webhook = await RunningWebhook.StartAsync(options => options with { Limits = new() { MaxInFlight = 1 } });
        using var client = webhook.Client(HttpVersion.Version11);
        using var body = new SlowBody(RunningWebhook.Review);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/validate") { Content = body };
        request.Headers.ExpectContinue = true;
        var first = client.SendAsync(request, Cancellation);
        await body.Begun;

        var (status, text) = await SendAsync(webhook, RunningWebhook.Review);
        Assert.Equal(HttpStatusCode.OK, status);
        var response = JsonNode.Parse(text)!["response"]!;
        Assert.True((bool)response["allowed"]!);
        Assert.Equal("riskanalyzer: not evaluated: too many requests at once", (string?)Assert.Single(response["warnings"]!.AsArray()));
        var page = (await webhook.ReadAsync("/metrics")).Body;
        Assert.Contains("\nriskanalyzer_admission_shed_total 1\n", page, StringComparison.Ordinal);
        Assert.Contains("\nriskanalyzer_admission_in_flight 1\n", page, StringComparison.Ordinal);

        body.Finish();
        using var answer = await first;
        Assert.DoesNotContain("too many", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task AssertServesAsync(RunningWebhook webhook) =>
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(webhook, RunningWebhook.Review)).Status);

    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(RunningWebhook webhook, string review)
    {
        using var client = webhook.Client(HttpVersion.Version11);
        using var response = await client.PostAsync("/validate?timeout=2s", RunningWebhook.Body(review), Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

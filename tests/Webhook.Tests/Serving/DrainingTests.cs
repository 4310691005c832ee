using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RiskAnalyzer.Webhook.Serving;

namespace RiskAnalyzer.Webhook.Tests.Serving;

/// <summary>A server that is told to end loses no review.</summary>
public sealed class DrainingTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task For_a_while_new_connections_are_answered_and_asked_to_move()
    {
        await using var webhook = await StartAsync();
        var end = await BeginToEndAsync(webhook);
        Assert.Contains("[-]shutdown: under way", (await webhook.ReadAsync("/readyz")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await webhook.ReadAsync("/livez")).Status);

        using var client = webhook.Client(HttpVersion.Version11);
        using var response = await client.PostAsync("/validate", RunningWebhook.Body(), Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.ConnectionClose);
        Assert.False(end.IsCompleted);
        webhook.Clock.Advance(Delay);
        await EndAsync(webhook, end);
    }

    [Fact]
    public async Task A_connection_that_was_just_opened_may_send_its_request_after_the_server_has_stopped_to_listen()
    {
        await using var webhook = await StartAsync();
        await using var stream = await webhook.ConnectAsync();
        var end = await BeginToEndAsync(webhook);
        webhook.Clock.Advance(Delay);
        await RefusesConnectionsAsync(webhook);

        var body = Encoding.UTF8.GetBytes(RunningWebhook.Review);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /validate HTTP/1.1\r\nHost: localhost\r\nContent-Length: {body.Length}\r\n\r\n"), Cancellation);
        await stream.WriteAsync(body, Cancellation);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(Cancellation);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
        await end;
    }

    [Fact]
    public async Task A_connection_of_HTTP_2_is_told_to_go_away_after_its_answer()
    {
        await using var webhook = await StartAsync();
        using var client = webhook.Client(HttpVersion.Version20);
        using var before = await client.PostAsync("/validate", RunningWebhook.Body(), Cancellation);
        var end = await BeginToEndAsync(webhook);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await ReviewAsync(client));
        }

        Assert.True(webhook.Connections > 1, "the first connection was never left");
        webhook.Clock.Advance(Delay);
        await EndAsync(webhook, end);
    }

    [Fact]
    public async Task A_review_that_is_under_way_is_answered_after_the_server_has_stopped_to_listen()
    {
        await using var webhook = await StartAsync();
        using var client = webhook.Client(HttpVersion.Version11);
        using var body = new SlowBody(RunningWebhook.Review);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/validate") { Content = body };

        // The body is sent when the server asks for it, and so not before it has taken the review on.
        request.Headers.ExpectContinue = true;
        var review = client.SendAsync(request, Cancellation);
        await body.Begun;

        var end = await BeginToEndAsync(webhook);
        webhook.Clock.Advance(Delay);
        await RefusesConnectionsAsync(webhook);
        Assert.False(end.IsCompleted);
        body.Finish();
        using var response = await review;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await end;
    }

    // A request that could not be written, because the connection was closed before its client had read of it, was never taken on: clients send it again.
    private static async Task<HttpStatusCode> ReviewAsync(HttpClient client)
    {
        while (true)
        {
            try
            {
                using var response = await client.PostAsync("/validate", RunningWebhook.Body(), Cancellation);
                return response.StatusCode;
            }
            catch (HttpRequestException exception) when (exception.GetBaseException() is SocketException { SocketErrorCode: SocketError.Shutdown })
            {
                await Task.Yield();
            }
        }
    }

    private static Task<RunningWebhook> StartAsync() => RunningWebhook.StartAsync(options => options with { ShutdownDelaySeconds = (int)Delay.TotalSeconds });

    private static async Task<Task> BeginToEndAsync(RunningWebhook webhook)
    {
        var end = webhook.App.StopAsync(Cancellation);
        while (!webhook.App.Services.GetRequiredService<Draining>().HasBegun)
        {
            await Task.Yield();
        }

        return end;
    }

    // Connections that nobody uses any more stay a moment longer.
    private static async Task EndAsync(RunningWebhook webhook, Task end)
    {
        while (!end.IsCompleted)
        {
            webhook.Clock.Advance(LastRequest.Moment);
            await Task.Yield();
        }

        await end;
    }

    private static async Task RefusesConnectionsAsync(RunningWebhook webhook)
    {
        while (true)
        {
            try
            {
                _ = await webhook.ReadAsync("/livez");
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RiskAnalyzer.Webhook.Tests.Serving;

/// <summary>A collector that the standard variables name gets the trace of a review and the metrics.</summary>
[Collection(nameof(WholeProcess))]
public sealed class OtlpTests
{
    [Fact]
    public async Task A_collector_gets_the_trace_of_each_review_and_the_metrics()
    {
        await using var collector = await Collector.StartAsync();
        using var endpoint = new Variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address);
        using var protocol = new Variable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");

        // What was not sent yet is sent at the end.
        await using (var webhook = await RunningWebhook.StartAsync(sendsOtlp: true))
        {
            using var client = webhook.Client(HttpVersion.Version11);
            using var response = await client.PostAsync("/validate", RunningWebhook.Body(), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            _ = await webhook.ReadAsync("/readyz");
        }

        var traces = collector.Received("/v1/traces");
        Assert.Equal(1, Occurrences(traces, "POST /validate"));

        // Of the rehearsal and of probes there is none; the client of this test has spans of its own.
        Assert.Equal(1, Occurrences(traces, "http.route"));
        Assert.NotEqual(0, Occurrences(traces, "riskanalyzer-webhook"));
        var metrics = collector.Received("/v1/metrics");
        Assert.NotEqual(0, Occurrences(metrics, "riskanalyzer.admission.reviews"));
        Assert.NotEqual(0, Occurrences(metrics, "riskanalyzer.admission.duration"));
    }

    // Texts are in the messages as they are.
    private static int Occurrences(string messages, string text) => messages.Split(text).Length - 1;

    private sealed class Variable : IDisposable
    {
        private readonly string _name;

        public Variable(string name, string value) => Environment.SetEnvironmentVariable(_name = name, value);

        public void Dispose() => Environment.SetEnvironmentVariable(_name, null);
    }

    private sealed class Collector(WebApplication app, ConcurrentQueue<(string Path, string? Type, byte[] Body)> messages) : IAsyncDisposable
    {
        public string Address => app.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var messages = new ConcurrentQueue<(string Path, string? Type, byte[] Body)>();
            var builder = WebApplication.CreateSlimBuilder();
            _ = builder.Logging.ClearProviders();
            _ = builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            var app = builder.Build();
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                messages.Enqueue((context.Request.Path, context.Request.ContentType, body.ToArray()));
                context.Response.StatusCode = StatusCodes.Status200OK;
            });
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new(app, messages);
        }

        public string Received(string path) => string.Concat(messages.Where(message => message.Path == path && message.Type == "application/x-protobuf").Select(message => Encoding.Latin1.GetString(message.Body)));

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}

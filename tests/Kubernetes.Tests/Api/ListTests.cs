using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Reading;
using RiskAnalyzer.Kubernetes.Tests.Reading;
using RiskAnalyzer.TestKit.Live;

namespace RiskAnalyzer.Kubernetes.Tests.Api;

/// <summary>Lists are read to their end or not at all, whatever the server and the network do.</summary>
public sealed class ListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_read_page_by_page()
    {
        await using var fixture = await HttpFixture.StartAsync(Pods(7));
        using var client = fixture.Client();
        var pods = await HttpFixture.ReadPodsAsync(client, limit: 3);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"p{i}"), pods.Select(NameIn));
        Assert.Equal(3, fixture.Server.Requests.Count(request => request.StartsWith("GET /api/v1/pods?limit=3", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Compressed_answers_are_read()
    {
        await using var fixture = await HttpFixture.StartAsync();
        fixture.Server.Intercept = async context =>
        {
            Assert.Equal("gzip", context.Request.Headers.AcceptEncoding);
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var body = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await body.WriteAsync(List("p0", "p1"), context.RequestAborted);
            return true;
        };
        using var client = fixture.Client();
        Assert.Equal(["p0", "p1"], (await HttpFixture.ReadPodsAsync(client)).Select(NameIn));
    }

    [Theory]
    [InlineData(429, "1")]
    [InlineData(503, "1")]
    [InlineData(500, null)]
    public async Task A_busy_server_is_asked_again(int code, string? retryAfter)
    {
        await using var fixture = await HttpFixture.StartAsync(Pods(1));
        FailFirst(fixture, async context =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            await WriteAsync(context, "too busy", "text/plain", code);
        });
        using var client = fixture.Client();
        Assert.Equal(["p0"], (await HttpFixture.ReadPodsAsync(client)).Select(NameIn));
    }

    [Fact]
    public async Task A_page_that_breaks_off_is_read_again_and_counts_once()
    {
        await using var fixture = await HttpFixture.StartAsync(Pods(4));
        FailFirst(fixture, async context =>
        {
            await WriteAsync(context, Encoding.UTF8.GetString(List("p0", "p1"))[..^30], "application/json");
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });
        using var client = fixture.Client();
        var (snapshot, reading) = await new SnapshotReader(client, TimeProvider.System).ReadAsync(new(), Token);
        Assert.Equal(["p0", "p1", "p2", "p3"], snapshot.Pods.Select(pod => pod.Metadata.Name));
        Assert.Equal(4, reading.Objects);
    }

    [Fact]
    public async Task A_list_that_never_comes_to_its_end_is_an_error()
    {
        await using var fixture = await HttpFixture.StartAsync(Pods(4));
        fixture.Server.Intercept = async context =>
        {
            if (context.Request.Path != "/api/v1/pods")
            {
                return false;
            }

            await WriteAsync(context, Encoding.UTF8.GetString(List("p0", "p1"))[..^30], "application/json");
            return true;
        };
        using var client = fixture.Client();
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => new SnapshotReader(client, TimeProvider.System).ReadAsync(new(), Token));
        Assert.Contains("cannot list pods: the answer is damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_falls_silent_is_given_up()
    {
        await using var fixture = await HttpFixture.StartAsync();
        fixture.Server.Intercept = async context =>
        {
            await WriteAsync(context, """{"kind":"PodList","items":[""", "application/json");
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        using var client = fixture.Client(timeout: TimeSpan.FromMilliseconds(300));
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => HttpFixture.ReadPodsAsync(client));
        Assert.Equal(ApiFailure.Interrupted, error.Failure);
        Assert.Contains("the server said nothing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_a_read_that_waits()
    {
        await using var fixture = await HttpFixture.StartAsync();
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(Token);
        fixture.Server.Intercept = async context =>
        {
            await WriteAsync(context, """{"kind":"PodList","items":[""", "application/json");
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await interruption.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        using var client = fixture.Client();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ListAsync(new(new(HttpFixture.Pods), 500), _ => { }, interruption.Token));
    }

    [Theory]
    [InlineData("<html>please log in</html>", "text/html", "the server answered text/html, but JSON was asked for")]
    [InlineData("""{"kind":"Other"}""", "application/json", "the server answered no list")]
    [InlineData("""{"kind":"PodList","metadata":{},"items":["x"]}""", "application/json", "an item is no object")]
    [InlineData("""{"kind":"Status","status":"Failure","code":500,"message":"etcd is away"}""", "application/json", "etcd is away")]
    public async Task What_is_no_list_is_said_to_be_none(string body, string type, string message)
    {
        await using var fixture = await HttpFixture.StartAsync();
        fixture.Server.Intercept = async context =>
        {
            await WriteAsync(context, body, type);
            return true;
        };
        using var client = fixture.Client();
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => HttpFixture.ReadPodsAsync(client));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_may_be_null()
    {
        await using var fixture = await HttpFixture.StartAsync();
        fixture.Server.Intercept = async context =>
        {
            await WriteAsync(context, """{"kind":"PodList","metadata":{"resourceVersion":"7"},"items":null}""", "application/json");
            return true;
        };
        using var client = fixture.Client();
        var page = await client.ListAsync(new(new(HttpFixture.Pods), 500), _ => { }, Token);
        Assert.Equal(new("7", null), page);
    }

    [Fact]
    public async Task A_list_whose_state_expires_between_pages_begins_anew()
    {
        var api = new InMemoryKubernetesApi { PageSize = 2 };
        for (var i = 0; i < 5; i++)
        {
            api.Put(Objects.Pod("shop", $"p{i}"));
        }

        await using var fixture = await HttpFixture.StartAsync(api);
        var isFirst = true;
        fixture.Server.Intercept = async context =>
        {
            if (!context.Request.QueryString.ToString().Contains("continue=4", StringComparison.Ordinal) || !isFirst)
            {
                return false;
            }

            isFirst = false;
            api.Put(Objects.Pod("shop", "p9"));
            await WriteAsync(context, """{"kind":"Status","code":410,"reason":"Expired","message":"too old","metadata":{"continue":"inconsistent"}}""", "application/json", 410);
            return true;
        };
        using var client = fixture.Client();
        var (snapshot, _) = await new SnapshotReader(client, TimeProvider.System).ReadAsync(new(), Token);
        Assert.Equal(["p0", "p1", "p2", "p3", "p4", "p9"], snapshot.Pods.Select(pod => pod.Metadata.Name));
        Assert.DoesNotContain(fixture.Server.Requests, request => request.Contains("inconsistent", StringComparison.Ordinal));
    }

    private static InMemoryKubernetesApi Pods(int count)
    {
        var cluster = new InMemoryKubernetesApi();
        for (var i = 0; i < count; i++)
        {
            cluster.Put(Objects.Pod("shop", $"p{i}"));
        }

        return cluster;
    }

    private static byte[] List(params string[] names) => Encoding.UTF8.GetBytes(
        $$"""{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"5"},"items":[{{string.Join(',', names.Select(Pod))}}]}""");

    private static string Pod(string name) =>
        $$$"""{"metadata":{"name":"{{{name}}}","namespace":"shop"},"spec":{"containers":[{"name":"c","image":"i"}]}}""";

    private static string NameIn(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("metadata").GetProperty("name").GetString()!;

    private static void FailFirst(HttpFixture fixture, Func<HttpContext, Task> fail)
    {
        var isFirst = 1;
        fixture.Server.Intercept = async context =>
        {
            if (context.Request.Path != "/api/v1/pods" || Interlocked.Exchange(ref isFirst, 0) == 0)
            {
                return false;
            }

            await fail(context);
            return true;
        };
    }

    private static Task WriteAsync(HttpContext context, string body, string type, int code = 200)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (code, type);
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}

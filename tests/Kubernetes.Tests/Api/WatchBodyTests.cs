using System.Text;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Api.Http;

namespace RiskAnalyzer.Kubernetes.Tests.Api;

/// <summary>Events come out of a watch as they were sent, however the bytes are cut.</summary>
public sealed class WatchBodyTests
{
    private const string Two = """
        {"type":"ADDED","object":{"metadata":{"name":"a } \" {"}}}
        {"object":{"metadata":{"name":"b"}},"type":"DELETED"}

        """;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Events_are_found_in_pieces_of_any_size(int size)
    {
        var events = await ReadAsync(Two, size);
        Assert.Equal(["""Added {"metadata":{"name":"a } \" {"}}""", """Deleted {"metadata":{"name":"b"}}"""], events);
    }

    [Fact]
    public async Task A_huge_event_is_read()
    {
        var name = new string('x', 3_000_000);
        var events = await ReadAsync("""{"type":"MODIFIED","object":{"metadata":{"name":"X"}}}""".Replace("X", name, StringComparison.Ordinal), 100_000);
        Assert.EndsWith($$$"""{"name":"{{{name}}}"}}""", Assert.Single(events), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old resource version"}}""", ApiFailure.Expired)]
    [InlineData("""{"type":"ERROR","object":{"kind":"Status","code":500,"message":"etcd is away"}}""", ApiFailure.Unavailable)]
    [InlineData("""{"type":"ADDED","object":{"metadata":""", ApiFailure.Interrupted)]
    [InlineData("""{"type":"NEWS","object":{}}""", ApiFailure.Unexpected)]
    [InlineData("<html>", ApiFailure.Unexpected)]
    [InlineData("{]}", ApiFailure.Unexpected)]
    public async Task What_is_no_event_ends_the_watch(string body, ApiFailure failure)
    {
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => ReadAsync(body, 4096));
        Assert.Equal(failure, error.Failure);
    }

    [Fact]
    public async Task Over_http_a_watch_shows_changes_as_they_happen()
    {
        await using var fixture = await HttpFixture.StartAsync();
        using var client = fixture.Client();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var seen = System.Threading.Channels.Channel.CreateUnbounded<string>();
        var watch = client.WatchAsync(new(new(HttpFixture.Pods), "1"), (type, json) => seen.Writer.TryWrite($"{type} {Encoding.UTF8.GetString(json)}"), end.Token);
        Assert.Equal("Accepted ", await seen.Reader.ReadAsync(end.Token));
        await fixture.Cluster.UntilAsync(cluster => cluster.Watches("pods") == 1, end.Token);
        fixture.Cluster.Put(Reading.Objects.Pod("shop", "cart-0"));
        Assert.StartsWith("Added {", await seen.Reader.ReadAsync(end.Token), StringComparison.Ordinal);
        fixture.Cluster.EndWatches("pods");
        await watch;
    }

    private static async Task<List<string>> ReadAsync(string body, int size)
    {
        var events = new List<string>();
        using var content = new SlowStream(Encoding.UTF8.GetBytes(body), size);
        await WatchBody.ReadAsync(content, (type, json) => events.Add($"{type} {Encoding.UTF8.GetString(json)}"), "watch pods", TestContext.Current.CancellationToken);
        return events;
    }

    private sealed class SlowStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}

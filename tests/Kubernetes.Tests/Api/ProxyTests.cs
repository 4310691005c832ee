using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.TestKit.Live;

namespace RiskAnalyzer.Kubernetes.Tests.Api;

/// <summary>The proxy of the cluster entry: TLS goes through it to the server, and its own refusals are told as such.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task Connections_go_through_the_proxy()
    {
        await using var fixture = await HttpFixture.StartAsync();
        await using var proxy = new ConnectProxy();
        using var client = fixture.Client(cluster: $", proxy-url: \"http://{proxy.Address}\"");
        Assert.Equal("1.36", await client.VersionAsync(TestContext.Current.CancellationToken));
        Assert.Equal(fixture.Server.Address.Authority, Assert.Single(proxy.Tunnels));
    }

    [Fact]
    public async Task The_user_of_the_address_logs_in_to_the_proxy()
    {
        await using var fixture = await HttpFixture.StartAsync();
        await using var proxy = new ConnectProxy("ada:p@ss word");
        using var client = fixture.Client(cluster: $", proxy-url: \"http://ada:p%40ss%20word@{proxy.Address}\"");
        Assert.Equal("1.36", await client.VersionAsync(TestContext.Current.CancellationToken));
        _ = Assert.Single(proxy.Tunnels);
    }

    [Fact]
    public async Task A_proxy_that_lets_the_user_not_through_is_told_without_the_password()
    {
        await using var fixture = await HttpFixture.StartAsync();
        await using var proxy = new ConnectProxy("ada:secret");
        var error = await FailAsync(fixture, $"ada:mistyped@{proxy.Address}");
        Assert.Contains("the proxy refused: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("407", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("mistyped", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_not_taken_for_the_server()
    {
        await using var fixture = await HttpFixture.StartAsync();
        var proxy = new ConnectProxy();
        var address = proxy.Address;
        await proxy.DisposeAsync();
        var error = await FailAsync(fixture, address);
        Assert.Contains($"connection refused by the proxy http://{address};", error.Message, StringComparison.Ordinal);
    }

    private static async Task<KubernetesApiException> FailAsync(HttpFixture fixture, string proxy)
    {
        using var client = fixture.Client(cluster: $", proxy-url: \"http://{proxy}\"");
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => client.VersionAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ApiFailure.Unreachable, error.Failure);
        return error;
    }
}

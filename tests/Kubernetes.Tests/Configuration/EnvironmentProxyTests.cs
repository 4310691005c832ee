using System.Net;
using RiskAnalyzer.Kubernetes.Configuration;

namespace RiskAnalyzer.Kubernetes.Tests.Configuration;

/// <summary>A pod behind a proxy reaches its own API server directly, since NO_PROXY lists the cluster's networks.</summary>
public sealed class EnvironmentProxyTests
{
    private static readonly Uri Proxy = new("http://proxy.example:3128");

    [Theory]
    [InlineData("https://10.96.0.1", true)]
    [InlineData("https://172.17.3.4:6443", true)]
    [InlineData("https://172.18.3.4:6443", false)]
    [InlineData("https://[fd00::1]", true)]
    [InlineData("https://[fd01::1]", false)]
    [InlineData("https://api.example", false)]
    public void Networks_are_spared(string server, bool isSpared)
    {
        var proxy = new EnvironmentProxy(new WebProxy(Proxy), "localhost, 10.0.0.0/8,172.17.1.1/16 , fd00::/16,.example/16,1.2.3.4/99");
        Assert.Equal(isSpared, proxy.IsBypassed(new(server)));
        Assert.Equal(isSpared ? null : Proxy, proxy.GetProxy(new(server)));
    }

    [Fact]
    public void What_the_framework_spares_stays_spared() =>
        Assert.True(new EnvironmentProxy(new WebProxy(Proxy) { BypassList = ["api\\.example"] }, "").IsBypassed(new("https://api.example")));
}

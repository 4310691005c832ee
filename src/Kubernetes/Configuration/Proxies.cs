using System.Net;

namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>Finds the proxy on the way to a cluster.</summary>
internal static class Proxies
{
    /// <summary>The proxy that the environment names; none for the hosts and networks of <c>NO_PROXY</c>.</summary>
    public static IWebProxy OfEnvironment(Surroundings surroundings) =>
        new EnvironmentProxy(HttpClient.DefaultProxy, surroundings.Variable("NO_PROXY") ?? surroundings.Variable("no_proxy") ?? "");

    /// <summary>The proxy of a cluster entry; null when it names none.</summary>
    /// <exception cref="ConfigurationException">It is no address of a proxy.</exception>
    public static IWebProxy? Of(ConfigNode node) =>
        node.Text is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "socks5" ? At(address)
        : throw node.Wrong($"must be an http, https or socks5 address, but is '{text}'");

    // The framework does not take the user of the address, and would show the password in messages.
    private static WebProxy At(Uri address)
    {
        if (address.UserInfo.Length == 0)
        {
            return new(address);
        }

        var (name, password) = address.UserInfo.Split(':', 2) is [var first, var second] ? (first, second) : (address.UserInfo, "");
        return new($"{address.Scheme}://{address.Authority}")
        {
            Credentials = new NetworkCredential(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password)),
        };
    }
}

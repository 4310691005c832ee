using System.Globalization;
using System.Net;

namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>
/// The proxy that the environment names, and the networks that it spares: clusters are reached by address, above all from their own pods, and the
/// framework compares names alone.
/// </summary>
/// <param name="named">The proxy, which spares names by itself.</param>
/// <param name="spared">What <c>NO_PROXY</c> lists, networks as 10.0.0.0/8 among it.</param>
/// <remarks>Source: kubernetes/apimachinery:pkg/util/net/http.go (NewProxierWithNoProxyCIDR).</remarks>
internal sealed class EnvironmentProxy(IWebProxy named, string spared) : IWebProxy
{
    private readonly IReadOnlyList<IPNetwork> _networks =
        [.. spared.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network).OfType<IPNetwork>()];

    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => named.Credentials;
        set => named.Credentials = value;
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : named.GetProxy(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) =>
        named.IsBypassed(host) || (IPAddress.TryParse(host.DnsSafeHost, out var address) && _networks.Any(network => network.Contains(address)));

    private static IPNetwork? Network(string text) =>
        text.Split('/') is [var start, var bits] && IPAddress.TryParse(start, out var address) && int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length <= address.GetAddressBytes().Length * 8 ? new IPNetwork(Masked(address, length), length) : null;

    // People write any address of the network.
    private static IPAddress Masked(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new(bytes);
    }
}

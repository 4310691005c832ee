using System.Net.Sockets;
using RiskAnalyzer.Kubernetes.Configuration;

namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>Says in words why a server could not be reached.</summary>
internal static class ConnectionFailure
{
    private const string Closed = "the server closed the connection before it answered; is it restarting?";

    /// <summary>Turns a failure of the connection into one of the API.</summary>
    public static KubernetesApiException Of(HttpRequestException error, ClusterEndpoint endpoint, CertificateCheck check, string what)
    {
        var cause = error.HttpRequestError == HttpRequestError.SecureConnectionError && check.Problem is { } problem ? problem : Reason(error, endpoint);
        var failure = error.HttpRequestError == HttpRequestError.ResponseEnded ? ApiFailure.Interrupted : ApiFailure.Unreachable;
        return new(failure, $"cannot {what} at {endpoint.Place}: {cause}", error);
    }

    private static string Reason(HttpRequestException error, ClusterEndpoint endpoint) =>
        Reason(error, endpoint.Server, endpoint.Proxy.GetProxy(endpoint.Server));

    private static string Reason(HttpRequestException error, Uri server, Uri? proxy) => (error.HttpRequestError, Socket(error)) switch
    {
        (HttpRequestError.NameResolutionError, _) => $"the name {(proxy ?? server).Host} is not known; check the address, the network and the VPN",
        (_, SocketError.ConnectionRefused) when proxy is not null =>
            $"connection refused by the proxy {proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}; is it running, and is this its address?",
        (_, SocketError.ConnectionRefused) => "connection refused; is the API server running, and is this its address?",
        (_, SocketError.TimedOut) => "no answer; check the network, the VPN and firewalls",
        (_, SocketError.HostUnreachable or SocketError.NetworkUnreachable) => "there is no way to this address; check the network and the VPN",
        (HttpRequestError.ProxyTunnelError, _) => $"the proxy refused: {error.Message}",
        (HttpRequestError.SecureConnectionError, _) => $"the TLS handshake failed: {Innermost(error).Message}",
        (HttpRequestError.ResponseEnded, _) or (_, SocketError.ConnectionReset) => Closed,

        // A connection that breaks while HTTP/2 is being agreed upon.
        _ when Innermost(error) is ObjectDisposedException => Closed,
        _ => Innermost(error).Message,
    };

    private static SocketError? Socket(Exception error) => error switch
    {
        SocketException socket => socket.SocketErrorCode,
        { InnerException: { } inner } => Socket(inner),
        _ => null,
    };

    private static Exception Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : error;
}

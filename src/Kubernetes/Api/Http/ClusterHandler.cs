using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using RiskAnalyzer.Kubernetes.Configuration;

namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>Makes the connections to a cluster.</summary>
internal static class ClusterHandler
{
    // A connection that is dead on the other side must not look like a quiet watch.
    private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Makes a handler that shows a client certificate, if there is one.</summary>
    public static SocketsHttpHandler Create(ClusterEndpoint endpoint, CertificateCheck check, X509Certificate2Collection? client)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = ConnectTimeout < endpoint.RequestTimeout ? ConnectTimeout : endpoint.RequestTimeout,
            KeepAlivePingDelay = PingAfter,
            KeepAlivePingTimeout = PingTimeout,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = endpoint.Proxy,
            SslOptions = new() { RemoteCertificateValidationCallback = check.Accepts },
        };
        if (client is not null)
        {
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(client[0], [.. client.Skip(1)], offline: true);
        }

        return handler;
    }
}

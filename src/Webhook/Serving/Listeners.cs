using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using RiskAnalyzer.Webhook.Configuration;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>The two ports: reviews over TLS, and health and metrics in the clear, where nothing else can be reached.</summary>
internal static class Listeners
{
    // Callers are not authenticated, so a slow one must not hold a connection by sending headers for ever.
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(5);

    // The API server keeps connections that are idle for 90 s; whoever closes first risks a request that is just under way.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(120);

    // HTTP/1.1 takes a connection for each review under way; several API servers with hundreds of writes stay below this.
    private const int MaxConnections = 4_096;

    /// <summary>Configures Kestrel.</summary>
    public static void Configure(KestrelServerOptions kestrel, WebhookOptions options, ServingCertificate certificate, LastRequest last)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.Limits.MaxBodyBytes;
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = KeepAlive;
        kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        Listen(kestrel, options.ListenAddress, options.AdmissionPort, listener =>
        {
            listener.Protocols = HttpProtocols.Http1AndHttp2;
            _ = listener.Use(last.Guard);
            _ = listener.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(HandshakeOf(certificate)) });
        });
        Listen(kestrel, options.ListenAddress, options.MetricsPort, listener => listener.Protocols = HttpProtocols.Http1);
    }

    private static void Listen(KestrelServerOptions kestrel, string address, int port, Action<ListenOptions> configure)
    {
        if (address == "*")
        {
            kestrel.ListenAnyIP(port, configure);
        }
        else
        {
            kestrel.Listen(IPAddress.Parse(address), port, configure);
        }
    }

    // Asked for each connection, so that a renewed certificate is served at once.
    private static SslServerAuthenticationOptions HandshakeOf(ServingCertificate certificate) => new()
    {
        ServerCertificateContext = certificate.Current?.Context ?? throw new AuthenticationException("there is no certificate to serve yet"),
    };
}

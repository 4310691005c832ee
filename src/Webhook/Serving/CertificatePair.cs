using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>A certificate with its key, ready for handshakes.</summary>
/// <param name="Context">The certificate with the chain that is sent along.</param>
/// <param name="NotAfter">When it expires.</param>
internal sealed record CertificatePair(SslStreamCertificateContext Context, DateTimeOffset NotAfter)
{
    /// <summary>Reads a pair.</summary>
    /// <param name="certificatePem">The certificate, intermediate ones after it.</param>
    /// <param name="keyPem">Its private key.</param>
    /// <param name="now">The time, at which it must not have expired.</param>
    /// <returns>The pair, or why it is none.</returns>
    public static (CertificatePair? Pair, string? Problem) Read(string certificatePem, string keyPem, DateTimeOffset now)
    {
        try
        {
            var leaf = X509Certificate2.CreateFromPem(certificatePem, keyPem);
            var notAfter = new DateTimeOffset(leaf.NotAfter);
            if (notAfter <= now)
            {
                return (null, $"the certificate expired on {notAfter.ToUniversalTime():yyyy-MM-dd HH:mm:ss}Z");
            }

            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(certificatePem);
            chain.RemoveAt(0);
            return (new(SslStreamCertificateContext.Create(leaf, chain, offline: true), notAfter), null);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return (null, $"certificate and key are no pair: {error.Message}");
        }
    }
}

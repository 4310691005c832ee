using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>The authorities that the API server trusts for one webhook.</summary>
internal static class CaBundle
{
    /// <summary>The bundle with one authority more, without those that have expired; what cannot be read is dropped.</summary>
    /// <param name="bundle">The bundle as it is; empty for none.</param>
    /// <param name="authority">The authority to trust as well, in PEM.</param>
    /// <param name="now">The time.</param>
    public static string With(string bundle, string authority, DateTimeOffset now)
    {
        var kept = Read(bundle).Where(known => known.NotAfter.ToUniversalTime() > now.UtcDateTime);
        return string.Concat(Read(authority).Concat(kept).DistinctBy(known => known.Thumbprint).Select(known => known.ExportCertificatePem() + "\n"));
    }

    private static X509Certificate2Collection Read(string pem)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            certificates.Clear();
        }

        return certificates;
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>
/// A certificate for the webhook and the authority that signed it. The authority's key is thrown away once it has signed, so that nothing is
/// kept with which certificates could be made that the API server trusts.
/// </summary>
/// <param name="Certificate">The certificate in PEM.</param>
/// <param name="Key">Its private key in PEM.</param>
/// <param name="Authority">The authority's certificate in PEM, for <c>caBundle</c>.</param>
internal sealed record ServingIdentity(string Certificate, string Key, string Authority)
{
    // Clocks of nodes differ a little; cert-controller goes back as far.
    private static readonly TimeSpan Backdated = TimeSpan.FromHours(1);
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>Makes a certificate for these names.</summary>
    public static ServingIdentity Create(IReadOnlyList<string> names, DateTimeOffset now, TimeSpan validity)
    {
        var (from, until) = (now - Backdated, now + validity);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest($"CN=riskanalyzer-webhook-ca-{now.ToUnixTimeSeconds()}", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        authorityRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true));
        authorityRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authorityRequest.PublicKey, false));
        using var authority = authorityRequest.CreateSelfSigned(from, until);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=riskanalyzer-webhook", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        request.CertificateExtensions.Add(AlternativeNames(names));
        using var certificate = request.Create(authority, from, until, RandomNumberGenerator.GetBytes(16));
        return new(certificate.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n", authority.ExportCertificatePem() + "\n");
    }

    /// <summary>When the certificate began to be good; null when it cannot be read.</summary>
    public DateTimeOffset? MadeAt => TryRead() is { } leaf ? new DateTimeOffset(leaf.NotBefore) + Backdated : null;

    /// <summary>Why it cannot stay; null when it can.</summary>
    public string? ProblemWith(IReadOnlyList<string> names, DateTimeOffset now, TimeSpan renewBefore)
    {
        using var leaf = TryRead();
        if (leaf is null)
        {
            return "certificate and key are missing or no pair";
        }

        var missing = names.Where(name => !leaf.MatchesHostname(name, allowWildcards: false)).ToList();
        return missing.Count > 0 ? $"it is not for {string.Join(", ", missing)}"
            : leaf.NotAfter.ToUniversalTime() - renewBefore <= now.UtcDateTime ? $"it expires at {leaf.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm}Z"
            : IsSignedByAuthority(leaf) ? null : "ca.crt has not signed it";
    }

    private X509Certificate2? TryRead()
    {
        try
        {
            return X509Certificate2.CreateFromPem(Certificate, Key);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private bool IsSignedByAuthority(X509Certificate2 leaf)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        try
        {
            chain.ChainPolicy.CustomTrustStore.ImportFromPem(Authority);
        }
        catch (CryptographicException)
        {
            return false;
        }

        return chain.Build(leaf);
    }

    private static X509Extension AlternativeNames(IReadOnlyList<string> names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            builder.AddDnsName(name);
        }

        return builder.Build();
    }
}

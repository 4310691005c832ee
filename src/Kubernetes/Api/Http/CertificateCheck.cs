using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RiskAnalyzer.Kubernetes.Configuration;

namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>Decides whether a server is the one that the configuration means, and says why it is not.</summary>
internal sealed class CertificateCheck(ClusterEndpoint endpoint)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // Whether the signer is one of ours is looked at below: an authority need not be a root.
    private const X509ChainStatusFlags LookedAtBelow = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    /// <summary>What was wrong with the certificate that was seen last; null when it was right.</summary>
    public string? Problem { get; private set; }

    /// <summary>Decides; the signature is that of the framework's callback.</summary>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Problem = endpoint.SkipsTlsVerification ? null : ProblemOf(certificate as X509Certificate2, chain, errors);
        return Problem is null;
    }

    private string? ProblemOf(X509Certificate2? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return "it shows no certificate";
        }

        var now = DateTime.UtcNow;
        if (now > certificate.NotAfter.ToUniversalTime() || now < certificate.NotBefore.ToUniversalTime())
        {
            var (word, time) = now < certificate.NotBefore.ToUniversalTime() ? ("is not valid before", certificate.NotBefore) : ("expired on", certificate.NotAfter);
            return $"its certificate {word} {time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC; renew it, or check this machine's clock";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            var host = endpoint.TlsServerName ?? endpoint.Server.Host;
            return $"its certificate is for {NamesIn(certificate)}, not for {host}; use an address that it is for, or name one as tls-server-name in the kubeconfig";
        }

        if (endpoint.Authorities is not { } authorities)
        {
            return errors == SslPolicyErrors.None ? null : Unknown(certificate, "this machine");
        }

        return IsSignedByOneOf(authorities(), certificate, sent) ? null : Unknown(certificate, "the certificate-authority of the configuration");
    }

    private static bool IsSignedByOneOf(X509Certificate2Collection authorities, X509Certificate2 certificate, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ExtraStore.AddRange(authorities);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        if (sent is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        }

        _ = chain.Build(certificate);
        return chain.ChainStatus.All(status => (status.Status & ~LookedAtBelow) == X509ChainStatusFlags.NoError)
            && chain.ChainElements.Any(element => authorities.Any(authority => authority.RawDataMemory.Span.SequenceEqual(element.Certificate.RawDataMemory.Span)));
    }

    private static string Unknown(X509Certificate2 certificate, string who) =>
        $"its certificate was signed by an authority that {who} does not know ({certificate.Issuer}); is this the right server, and the right kubeconfig?";

    private static string NamesIn(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString()))).ToList();
        return names.Count > 0 ? string.Join(", ", names) : $"{certificate.Subject}, without names of servers";
    }
}

using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace RiskAnalyzer.Kubernetes.Configuration.Credentials;

/// <summary>What is shown to the server: a header, a client certificate, both or nothing.</summary>
/// <param name="Header">The header; null for none.</param>
/// <param name="Certificate">The certificate with its key, and those between it and its authority; null for none.</param>
internal sealed record Credential(AuthenticationHeaderValue? Header, X509Certificate2Collection? Certificate)
{
    /// <summary>A bearer token.</summary>
    public static Credential Bearer(string token) => new(new AuthenticationHeaderValue("Bearer", token), null);
}

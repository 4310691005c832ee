using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>
/// The one place of the product that writes to a cluster: one Secret and one webhook configuration, by name, as the pod's own account.
/// Reading clusters has a client of its own that cannot write.
/// </summary>
internal sealed class InstallationApi : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private readonly HttpClient _client;

    /// <summary>Makes a client.</summary>
    /// <param name="server">The address.</param>
    /// <param name="authorities">Those that may have signed the server's certificate.</param>
    /// <param name="token">The account's token.</param>
    public InstallationApi(Uri server, X509Certificate2Collection authorities, string token)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy }, AllowAutoRedirect = false };
        _client = new(handler) { BaseAddress = server, Timeout = Timeout };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _client.DefaultRequestHeaders.Accept.Add(new("application/json"));
    }

    /// <summary>Reads an object.</summary>
    public Task<ApiAnswer> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, null, cancellationToken);

    /// <summary>Creates an object.</summary>
    public Task<ApiAnswer> CreateAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, body, "application/json", cancellationToken);

    /// <summary>Replaces an object, which must not have changed since it was read.</summary>
    public Task<ApiAnswer> ReplaceAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, path, body, "application/json", cancellationToken);

    /// <summary>Changes fields of an object; lists are merged by their keys.</summary>
    public Task<ApiAnswer> PatchAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Patch, path, body, "application/strategic-merge-patch+json", cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<ApiAnswer> SendAsync(HttpMethod method, string path, JsonObject? body, string? contentType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, contentType!);
        }

        using var response = await _client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            return new(response.StatusCode, JsonNode.Parse(text) as JsonObject);
        }
        catch (JsonException)
        {
            return new(response.StatusCode, null);
        }
    }
}

using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace RiskAnalyzer.TestKit.Live;

/// <summary>An API server over TLS in this process, in front of a cluster in memory.</summary>
public sealed class FakeApiServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private FakeApiServer(WebApplication application) => _application = application;

    /// <summary>The token that is accepted; another one while the server runs makes the old one worthless.</summary>
    public string Token { get; set; } = "secret";

    /// <summary>Another Authorization header that is accepted; null for none.</summary>
    public string? OtherAuthorization { get; set; }

    /// <summary>Answers a request in its own way: true when it did, so that the cluster is not asked.</summary>
    public Func<HttpContext, Task<bool>> Intercept { get; set; } = static _ => Task.FromResult(false);

    /// <summary>The address.</summary>
    public Uri Address { get; private set; } = new("https://127.0.0.1");

    /// <summary>Requests so far.</summary>
    public IReadOnlyList<string> Requests => _requests;

    private readonly List<string> _requests = [];

    /// <summary>Starts a server on a free port.</summary>
    public static async Task<FakeApiServer> StartAsync(InMemoryKubernetesApi cluster, X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        })));
        var server = new FakeApiServer(builder.Build());
        var answers = new FakeApiAnswers(cluster);
        server._application.Run(context => server.AnswerAsync(context, answers));
        await server._application.StartAsync();
        server.Address = new(server._application.Urls.Single());
        return server;
    }

    /// <summary>A kubeconfig that leads here.</summary>
    /// <param name="authorityPem">The authority to trust.</param>
    /// <param name="user">The content of the user entry in flow style; null for the token.</param>
    /// <param name="cluster">More of the cluster entry in flow style, with a comma before it.</param>
    public string Kubeconfig(string authorityPem, string? user = null, string cluster = "") => $$"""
        apiVersion: v1
        kind: Config
        clusters:
        - name: fake
          cluster: { server: "{{Address}}", certificate-authority-data: {{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(authorityPem))}}{{cluster}} }
        users:
        - name: me
          user: {{user ?? $"{{ token: {Token} }}"}}
        contexts:
        - name: test
          context: { cluster: fake, user: me }
        current-context: test
        """;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, FakeApiAnswers answers)
    {
        lock (_requests)
        {
            _requests.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        }

        var header = context.Request.Headers.Authorization.ToString();
        var isKnown = header == $"Bearer {Token}" || (header.Length > 0 && header == OtherAuthorization) || await context.Connection.GetClientCertificateAsync() is not null;
        if (!isKnown)
        {
            await FakeApiAnswers.FailAsync(context, 401, "Unauthorized", "Unauthorized");
        }
        else if (!await Intercept(context))
        {
            await answers.AnswerAsync(context);
        }
    }
}

using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RiskAnalyzer.TestKit.Live;
using RiskAnalyzer.Webhook.Configuration;
using RiskAnalyzer.Webhook.Rehearsing;
using RiskAnalyzer.Webhook.Serving;

namespace RiskAnalyzer.Webhook.Tests.Serving;

/// <summary>The server as it runs in a cluster: Kestrel, TLS, two ports, on this machine's loopback.</summary>
internal sealed class RunningWebhook : IAsyncDisposable
{
    /// <summary>A review of a Deployment with one replica.</summary>
    public const string Review = """
        {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"7a1f","kind":{"group":"apps","version":"v1","kind":"Deployment"},
        "resource":{"group":"apps","version":"v1","resource":"deployments"},"name":"cart","namespace":"shop","operation":"CREATE","userInfo":{"username":"jo"},
        "object":{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"cart","namespace":"shop"},"spec":{"replicas":1,
        "selector":{"matchLabels":{"app":"cart"}},"template":{"metadata":{"labels":{"app":"cart"}},"spec":{"containers":[{"name":"c","image":"i:1"}]}}}},
        "oldObject":null,"dryRun":false}}
        """;

    private readonly TemporaryFolder _folder = new();
    private string _authority = "";

    private RunningWebhook(Func<WebhookOptions, WebhookOptions> change, InMemoryKubernetesApi api, bool sendsOtlp)
    {
        Secret = new(_folder);
        Renew();
        var options = change(new()
        {
            ListenAddress = "127.0.0.1",
            AdmissionPort = 0,
            MetricsPort = 0,
            CertificateFile = Secret.CertificateFile,
            KeyFile = Secret.KeyFile,
            LogLevel = LogLevel.None,
        });
        App = WebhookServer.Build(options, Clock, sendsOtlp, api);
    }

    public MountedSecret Secret { get; }

    public ManualTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public WebApplication App { get; }

    /// <summary>Connections that clients of this server have opened.</summary>
    public int Connections { get; private set; }

    private Uri Admission { get; set; } = null!;

    private Uri Operations { get; set; } = null!;

    /// <summary>A server that has not been started yet.</summary>
    public static RunningWebhook Build(Func<WebhookOptions, WebhookOptions> change, bool sendsOtlp = false) => new(change, new InMemoryKubernetesApi(), sendsOtlp);

    public static async Task<RunningWebhook> StartAsync(Func<WebhookOptions, WebhookOptions>? change = null, bool sendsOtlp = false)
    {
        var webhook = Build(change ?? (options => options), sendsOtlp);
        await webhook.StartAsync();
        return webhook;
    }

    /// <summary>Starts it, and waits until its rehearsal is over.</summary>
    public async Task StartAsync()
    {
        await App.StartAsync(TestContext.Current.CancellationToken);
        var addresses = App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Admission = new($"https://localhost:{new Uri(addresses.Single(address => address.StartsWith("https", StringComparison.Ordinal))).Port}");
        Operations = new(addresses.Single(address => address.StartsWith("http:", StringComparison.Ordinal)));
        await App.Services.GetRequiredService<Rehearsal>().Over;
    }

    /// <summary>Puts another certificate in the place of the one that is served; the server has yet to look.</summary>
    public void Renew() => _authority = Secret.PutNew(Clock.GetUtcNow()).Authority;

    /// <summary>A client of the port that is meant, which trusts the authority of the latest certificate.</summary>
    public HttpClient Client(Version version, bool isAdmission = true)
    {
        var handler = new SocketsHttpHandler
        {
            SslOptions = Trust(),
            Expect100ContinueTimeout = Timeout.InfiniteTimeSpan,
            PlaintextStreamFilter = (context, _) =>
            {
                Connections++;
                return ValueTask.FromResult(context.PlaintextStream);
            },
        };
        return new(handler)
        {
            BaseAddress = isAdmission ? Admission : Operations,
            DefaultRequestVersion = version,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    /// <summary>A connection of the admission port, on which nothing has been sent yet.</summary>
    public async Task<SslStream> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync("localhost", Admission.Port, TestContext.Current.CancellationToken);
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(Trust(), TestContext.Current.CancellationToken);
        return stream;
    }

    private SslClientAuthenticationOptions Trust()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(_authority);
        return new() { TargetHost = "localhost", CertificateChainPolicy = policy };
    }

    /// <summary>The body of an operations page, with its status.</summary>
    public async Task<(HttpStatusCode Status, string Body)> ReadAsync(string path)
    {
        using var client = Client(HttpVersion.Version11, isAdmission: false);
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static StringContent Body(string review = Review) => new(review, Encoding.UTF8, "application/json");

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _folder.Dispose();
    }
}

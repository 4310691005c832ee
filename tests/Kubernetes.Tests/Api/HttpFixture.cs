using System.Text;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Api.Http;
using RiskAnalyzer.Kubernetes.Configuration;
using RiskAnalyzer.Kubernetes.Tests.Configuration;
using RiskAnalyzer.TestKit.Live;

namespace RiskAnalyzer.Kubernetes.Tests.Api;

/// <summary>A server over TLS, and a client that was configured as a user would.</summary>
internal sealed class HttpFixture : IAsyncDisposable
{
    private readonly TestFolder _folder = new();

    private HttpFixture(FakeApiServer server) => Server = server;

    public static ApiResource Pods { get; } = ApiResources.All.Single(resource => resource.Plural == "pods");

    public InMemoryKubernetesApi Cluster { get; private init; } = new();

    public FakeApiServer Server { get; private init; }

    public static async Task<HttpFixture> StartAsync(InMemoryKubernetesApi? cluster = null, Func<TestCertificates, System.Security.Cryptography.X509Certificates.X509Certificate2>? certificate = null)
    {
        var own = new TestCertificates();
        var all = cluster ?? new();
        var server = await FakeApiServer.StartAsync(all, certificate is null ? own.Server() : certificate(own));
        return new(server) { Cluster = all, Authority = own };
    }

    public TestCertificates Authority { get; private init; } = null!;

    /// <summary>A client by a kubeconfig with this user and more of the cluster entry.</summary>
    public HttpKubernetesApi Client(string? user = null, string cluster = "", TimeSpan? timeout = null)
    {
        var file = _folder.Write("config", Server.Kubeconfig(Authority.AuthorityPem, user, cluster));
        var options = new ConnectionOptions { Kubeconfig = file, RequestTimeout = timeout ?? TimeSpan.FromSeconds(20) };
        return new(EndpointResolver.Resolve(options, new() { Variable = _ => null, Home = _folder.Root }), TimeProvider.System);
    }

    public string Write(string name, string content) => _folder.Write(name, content);

    /// <summary>Reads the pods of a client, page by page, as text.</summary>
    public static async Task<List<string>> ReadPodsAsync(IKubernetesApi api, int? limit = null)
    {
        var (items, next) = (new List<string>(), (string?)null);
        do
        {
            var page = await api.ListAsync(new(new(Pods), limit, next), json => items.Add(Encoding.UTF8.GetString(json)), TestContext.Current.CancellationToken);
            next = page.Continue;
        }
        while (next is not null);
        return items;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Authority.Dispose();
        _folder.Dispose();
    }
}

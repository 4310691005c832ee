using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using RiskAnalyzer.Webhook.Bootstrap;

namespace RiskAnalyzer.Webhook.Tests.Bootstrap;

/// <summary>An API server over TLS that knows one Secret and one webhook configuration, and counts versions as the real one does.</summary>
internal sealed class FakeInstallation : IAsyncDisposable
{
    private const string Secrets = "/api/v1/namespaces/riskanalyzer/secrets";
    private const string Configuration = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/riskanalyzer";
    private readonly ServingIdentity _identity = ServingIdentity.Create(["localhost"], DateTimeOffset.UtcNow, TimeSpan.FromDays(1));
    private readonly Dictionary<string, JsonObject> _objects = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private int _version = 1;

    private FakeInstallation()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        _ = builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listener => listener.UseHttps(ServerCertificate())));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>What was asked, one word of the method and the path each.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The Secret; null when there is none.</summary>
    public JsonObject? Secret
    {
        get => _objects.GetValueOrDefault(Secrets + "/tls");
        set => Put(Secrets + "/tls", value!);
    }

    /// <summary>The webhook configuration.</summary>
    public JsonObject Webhooks
    {
        get => _objects[Configuration];
        set => Put(Configuration, value);
    }

    /// <summary>Called before a request is answered; what it returns is answered instead.</summary>
    public Func<HttpRequest, int?> Interfere { get; set; } = _ => null;

    /// <summary>Where it is.</summary>
    public Uri Address => new($"https://localhost:{new Uri(_app.Urls.Single()).Port}");

    public static async Task<FakeInstallation> StartAsync()
    {
        var fake = new FakeInstallation();
        await fake._app.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    /// <summary>A client with the rights of the job.</summary>
    public InstallationApi Connect()
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(_identity.Authority);
        return new(Address, authorities, "token");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private X509Certificate2 ServerCertificate()
    {
        using var pem = X509Certificate2.CreateFromPem(_identity.Certificate, _identity.Key);
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }

    private void Put(string path, JsonObject value)
    {
        var stored = (JsonObject)value.DeepClone();
        stored["metadata"]!["resourceVersion"] = (++_version).ToString();
        _objects[path] = stored;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Requests.Enqueue($"{context.Request.Method} {path}");
        var body = context.Request.Method == "GET" ? null : (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!;
        var status = Interfere(context.Request) ?? Do(context.Request.Method, path, body);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(status < 300 ? _objects[PathOf(path, body)].ToJsonString() : $$"""{"kind":"Status","message":"status {{status}}"}""");
    }

    private static string PathOf(string path, JsonObject? body) => path == Secrets ? $"{Secrets}/{body!["metadata"]!["name"]}" : path;

    private int Do(string method, string path, JsonObject? body)
    {
        if (method == "POST")
        {
            Put(PathOf(path, body), body!);
            return 201;
        }

        if (!_objects.TryGetValue(path, out var known))
        {
            return 404;
        }

        if (method == "GET")
        {
            return 200;
        }

        if ((string?)body!["metadata"]!["resourceVersion"] != (string?)known["metadata"]!["resourceVersion"])
        {
            return 409;
        }

        Put(path, method == "PUT" ? body : Merge(known, body));
        return 200;
    }

    private static JsonObject Merge(JsonObject known, JsonObject patch)
    {
        var merged = (JsonObject)known.DeepClone();
        foreach (var change in patch["webhooks"]!.AsArray())
        {
            var webhook = merged["webhooks"]!.AsArray().Single(each => (string?)each!["name"] == (string?)change!["name"]);
            webhook!["clientConfig"]!["caBundle"] = (string?)change!["clientConfig"]!["caBundle"];
        }

        return merged;
    }
}

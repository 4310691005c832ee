using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using RiskAnalyzer.TestKit.Live;
using RiskAnalyzer.Webhook.Bootstrap;

namespace RiskAnalyzer.Webhook.Tests.Bootstrap;

/// <summary>The certificate is made, trusted before it is served, and renewed in time.</summary>
public sealed class CertificateBootstrapTests
{
    private readonly ManualTimeProvider _clock = new(new(2026, 11, 21, 15, 30, 0, TimeSpan.Zero));

    [Fact]
    public async Task An_empty_Secret_is_filled_and_every_webhook_trusts_it()
    {
        await using var api = await StartAsync();
        await RunAsync(api);
        var identity = CertificateSecret.Read(api.Secret!);
        Assert.Null(identity.ProblemWith(["riskanalyzer-webhook.riskanalyzer.svc"], _clock.GetUtcNow(), TimeSpan.FromDays(89)));
        Assert.Equal([identity.Authority, identity.Authority], Bundles(api));
        Assert.Equal("kept", (string?)api.Secret!["metadata"]!["labels"]!["other"]);
        Assert.Equal(["PATCH", "PUT"], Writes(api));
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await using var api = await StartAsync();
        await RunAsync(api);
        api.Requests.Clear();
        await RunAsync(api);
        Assert.Empty(Writes(api));
    }

    [Fact]
    public async Task A_missing_Secret_is_created_where_that_is_allowed()
    {
        await using var api = await StartAsync(hasSecret: false);
        await RunAsync(api);
        Assert.NotNull(api.Secret);
        Assert.Equal(["PATCH", "POST"], Writes(api));
    }

    [Fact]
    public async Task A_renewal_trusts_old_and_new_until_every_replica_serves_the_new_one()
    {
        await using var api = await StartAsync();
        await RunAsync(api);
        var old = CertificateSecret.Read(api.Secret!);
        _clock.Advance(TimeSpan.FromDays(59));
        await RunAsync(api);
        Assert.Equal(old, CertificateSecret.Read(api.Secret!));

        _clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(api);
        var renewed = CertificateSecret.Read(api.Secret!);
        Assert.NotEqual(old, renewed);
        Assert.All(Bundles(api), bundle => Assert.Equal(renewed.Authority + old.Authority, bundle));

        _clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(api);
        Assert.All(Bundles(api), bundle => Assert.Equal(renewed.Authority, bundle));
    }

    [Theory]
    [InlineData("tls.key")]
    [InlineData("ca.crt")]
    public async Task A_Secret_that_was_tampered_with_is_mended(string key)
    {
        await using var api = await StartAsync();
        await RunAsync(api);
        var other = ServingIdentity.Create(["x"], _clock.GetUtcNow(), TimeSpan.FromDays(1));
        var secret = (JsonObject)api.Secret!.DeepClone();
        secret["data"]![key] = Convert.ToBase64String(Encoding.UTF8.GetBytes(key == "ca.crt" ? other.Authority : other.Key));
        api.Secret = secret;
        await RunAsync(api);
        Assert.Null(CertificateSecret.Read(api.Secret!).ProblemWith(["riskanalyzer-webhook"], _clock.GetUtcNow(), TimeSpan.Zero));
    }

    [Fact]
    public async Task Somebody_who_is_faster_wins_and_is_trusted()
    {
        await using var api = await StartAsync();
        var other = ServingIdentity.Create(
            ["riskanalyzer-webhook.riskanalyzer.svc", "riskanalyzer-webhook", "riskanalyzer-webhook.riskanalyzer", "riskanalyzer-webhook.riskanalyzer.svc.cluster.local"],
            _clock.GetUtcNow(), TimeSpan.FromDays(90));
        var isDone = false;
        api.Interfere = request =>
        {
            if (request.Method == "PUT" && !isDone)
            {
                isDone = true;
                api.Secret = CertificateSecret.With(api.Secret!, other);
            }

            return null;
        };
        await RunAsync(api);
        Assert.Equal(other, CertificateSecret.Read(api.Secret!));
        Assert.All(Bundles(api), bundle => Assert.StartsWith(other.Authority, bundle, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", 403, "cannot read Secret riskanalyzer/tls: 403 status 403")]
    [InlineData("PATCH", 403, "cannot patch the caBundle of ValidatingWebhookConfiguration riskanalyzer: 403 status 403")]
    [InlineData("PUT", 409, "tls or riskanalyzer kept changing meanwhile; 5 tries were made")]
    public async Task A_refusal_says_what_was_refused(string method, int status, string message)
    {
        await using var api = await StartAsync();
        api.Interfere = request => request.Method == method ? status : null;
        Assert.Equal(message, (await Assert.ThrowsAsync<BootstrapException>(() => RunAsync(api))).Message);
    }

    [Fact]
    public async Task Another_authority_than_the_expected_one_is_not_spoken_to()
    {
        await using var api = await StartAsync();
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(ServingIdentity.Create(["x"], DateTimeOffset.UtcNow, TimeSpan.FromDays(1)).Authority);
        using var stranger = new InstallationApi(api.Address, authorities, "token");
        _ = await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync("api", TestContext.Current.CancellationToken));
        Assert.Empty(api.Requests);
    }

    private static async Task<FakeInstallation> StartAsync(bool hasSecret = true)
    {
        var api = await FakeInstallation.StartAsync();
        if (hasSecret)
        {
            api.Secret = (JsonObject)JsonNode.Parse("""{"kind":"Secret","type":"Opaque","metadata":{"name":"tls","labels":{"other":"kept"}}}""")!;
        }

        api.Webhooks = (JsonObject)JsonNode.Parse(
            """{"metadata":{"name":"riskanalyzer"},"webhooks":[{"name":"a","clientConfig":{"service":{}}},{"name":"b","clientConfig":{"service":{}}}]}""")!;
        return api;
    }

    private async Task RunAsync(FakeInstallation fake)
    {
        using var api = fake.Connect();
        using var output = new StringWriter();
        var options = new BootstrapOptions { Namespace = "riskanalyzer", Secret = "tls" };
        await new CertificateBootstrap(api, options, _clock, output).RunAsync(TestContext.Current.CancellationToken);
    }

    private static List<string> Bundles(FakeInstallation api) =>
        [.. api.Webhooks["webhooks"]!.AsArray().Select(webhook => Encoding.UTF8.GetString(Convert.FromBase64String((string)webhook!["clientConfig"]!["caBundle"]!)))];

    private static List<string> Writes(FakeInstallation api) =>
        [.. api.Requests.Select(request => request.Split(' ')[0]).Where(method => method != "GET")];
}

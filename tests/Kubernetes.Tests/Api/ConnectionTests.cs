using System.Security.Cryptography;
using System.Text;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.TestKit.Live;

namespace RiskAnalyzer.Kubernetes.Tests.Api;

/// <summary>Who the server is and who we are: each mistake is told with its cause.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task A_certificate_for_another_name_is_told_with_its_names()
    {
        await using var fixture = await HttpFixture.StartAsync(certificate: authority => authority.Server("api.example"));
        var error = await FailAsync(fixture);
        Assert.Equal(ApiFailure.Unreachable, error.Failure);
        Assert.Contains("its certificate is for api.example, not for 127.0.0.1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_the_certificate_can_be_configured()
    {
        await using var fixture = await HttpFixture.StartAsync(certificate: authority => authority.Server("api.example"));
        using var client = fixture.Client(cluster: ", tls-server-name: api.example");
        Assert.Equal("1.36", await client.VersionAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_expired_certificate_is_told_with_its_end()
    {
        await using var fixture = await HttpFixture.StartAsync(certificate: authority => authority.Server(isExpired: true));
        var error = await FailAsync(fixture);
        Assert.Contains("its certificate expired on ", error.Message, StringComparison.Ordinal);
        Assert.Contains("context test", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_authority_is_told_with_its_name()
    {
        using var stranger = new TestCertificates("stranger");
        await using var fixture = await HttpFixture.StartAsync(certificate: _ => stranger.Server());
        var error = await FailAsync(fixture);
        Assert.Contains("signed by an authority that the certificate-authority of the configuration does not know (CN=stranger)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verification_can_be_switched_off()
    {
        using var stranger = new TestCertificates("stranger");
        await using var fixture = await HttpFixture.StartAsync(certificate: _ => stranger.Server("elsewhere"));
        var file = fixture.Write("insecure", fixture.Server.Kubeconfig("").Replace("certificate-authority-data: ", "insecure-skip-tls-verify: true", StringComparison.Ordinal));
        var endpoint = RiskAnalyzer.Kubernetes.Configuration.EndpointResolver.Resolve(new() { Kubeconfig = file }, new() { Variable = _ => null, Home = "" });
        using var client = new RiskAnalyzer.Kubernetes.Api.Http.HttpKubernetesApi(endpoint, TimeProvider.System);
        Assert.Equal("1.36", await client.VersionAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_told_at_once()
    {
        var fixture = await HttpFixture.StartAsync();
        using var client = fixture.Client();
        await fixture.DisposeAsync();
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => client.VersionAsync(TestContext.Current.CancellationToken));
        Assert.Contains("connection refused; is the API server running", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_certificate_logs_in()
    {
        await using var fixture = await HttpFixture.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (certificate, pem) = (fixture.Authority.ClientPem(key), key.ExportECPrivateKeyPem());
        using var client = fixture.Client($"{{ client-certificate-data: {Base64(certificate)}, client-key-data: {Base64(pem)} }}");
        Assert.Equal("1.36", await client.VersionAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_token_that_changes_under_way_is_read_again()
    {
        await using var fixture = await HttpFixture.StartAsync();
        var file = fixture.Write("token", "secret");
        using var client = fixture.Client("{ tokenFile: token }");
        _ = await client.VersionAsync(TestContext.Current.CancellationToken);
        fixture.Server.Token = "renewed";
        File.WriteAllText(file, "renewed");
        Assert.Equal("1.36", await client.VersionAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_name_and_a_password_log_in_where_a_proxy_takes_them()
    {
        await using var fixture = await HttpFixture.StartAsync();
        fixture.Server.OtherAuthorization = $"Basic {Base64("ada:pässword:1")}";
        using var client = fixture.Client("{ username: ada, password: 'pässword:1' }");
        Assert.Equal("1.36", await client.VersionAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Wrong_credentials_are_no_connection_problem()
    {
        await using var fixture = await HttpFixture.StartAsync();
        using var client = fixture.Client("{ token: wrong }");
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => client.VersionAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ApiFailure.Unauthorized, error.Failure);
        Assert.Contains($"at {fixture.Server.Address} (context test): the server does not accept the credentials", error.Message, StringComparison.Ordinal);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<KubernetesApiException> FailAsync(HttpFixture fixture)
    {
        using var client = fixture.Client();
        return await Assert.ThrowsAsync<KubernetesApiException>(() => client.VersionAsync(TestContext.Current.CancellationToken));
    }
}

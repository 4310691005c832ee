using System.Text;
using RiskAnalyzer.Kubernetes.Configuration;
using RiskAnalyzer.TestKit.Live;

namespace RiskAnalyzer.Kubernetes.Tests.Configuration;

/// <summary>A cluster is found where kubectl finds it, and mistakes are told with their file and path.</summary>
public sealed class KubeConfigTests : IDisposable
{
    private const string Simple = """
        clusters: [{ name: c1, cluster: { server: "https://one.example:6443/prefix" } }]
        users: [{ name: u1, user: { token: t1 } }]
        contexts: [{ name: x1, context: { cluster: c1, user: u1, namespace: shop } }]
        current-context: x1
        """;

    private readonly TestFolder _folder = new();
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_current_context_of_the_home_folder_is_the_default()
    {
        _ = _folder.Write(".kube/config", Simple);
        var endpoint = Resolve(new());
        Assert.Equal("https://one.example:6443/prefix/", endpoint.Server.ToString());
        Assert.Equal(("context x1", "shop", "t1"), (endpoint.Name, endpoint.Namespace, await TokenAsync(endpoint)));
    }

    [Fact]
    public async Task Of_several_files_the_first_that_has_a_name_counts_as_a_whole()
    {
        var first = _folder.Write("a/first", """
            users: [{ name: u1, user: { tokenFile: token } }]
            current-context: x2
            """);
        var second = _folder.Write("b/second", Simple.Replace("x1", "x2", StringComparison.Ordinal));
        _ = _folder.Write("a/token", "from-file\n");
        _variables["KUBECONFIG"] = string.Join(Path.PathSeparator, first, _folder.PathOf("missing"), "", second, first);
        var endpoint = Resolve(new());
        Assert.Equal("context x2", endpoint.Name);
        Assert.Equal("from-file", await TokenAsync(endpoint));
    }

    [Fact]
    public async Task Options_come_before_files()
    {
        var file = _folder.Write("config", Simple + "\n" + """
            preferences: {}
            """);
        var options = new ConnectionOptions { Kubeconfig = file, Server = "https://two.example", Token = "t2", As = "ada", AsGroups = ["dev", "ops"] };
        var endpoint = Resolve(options);
        Assert.Equal(("https://two.example/", "t2"), (endpoint.Server.ToString(), await TokenAsync(endpoint)));
        Assert.Equal(
            [("Impersonate-User", "ada"), ("Impersonate-Group", "dev"), ("Impersonate-Group", "ops")], endpoint.Impersonation!.Headers);
    }

    [Fact]
    public void Json_is_a_kubeconfig_too()
    {
        var file = _folder.Write("config", """{"clusters":[{"name":"c","cluster":{"server":"10.0.0.1:6443"}}],"contexts":[{"name":"x","context":{"cluster":"c"}}],"current-context":"x"}""");
        Assert.Equal("https://10.0.0.1:6443/", Resolve(new() { Kubeconfig = file }).Server.ToString());
    }

    [Fact]
    public async Task The_identity_token_of_an_old_provider_is_used_as_it_is()
    {
        var file = _folder.Write("config", Simple.Replace("token: t1", "auth-provider: { name: oidc, config: { id-token: i1 } }", StringComparison.Ordinal));
        Assert.Equal("i1", await TokenAsync(Resolve(new() { Kubeconfig = file })));
    }

    [Fact]
    public async Task No_credentials_are_sent_without_tls()
    {
        var file = _folder.Write("config", Simple.Replace("https", "http", StringComparison.Ordinal));
        Assert.Null(await TokenAsync(Resolve(new() { Kubeconfig = file })));
    }

    [Fact]
    public async Task A_pod_uses_its_service_account()
    {
        using var authority = new TestCertificates();
        _ = _folder.Write("account/token", "pod-token");
        _ = _folder.Write("account/namespace", "ops");
        _ = _folder.Write("account/ca.crt", authority.AuthorityPem);
        _variables["KUBERNETES_SERVICE_HOST"] = "fd00::1";
        _variables["KUBERNETES_SERVICE_PORT"] = "443";
        var endpoint = Resolve(new());
        Assert.Equal(("in-cluster", "https://[fd00::1]/", "ops"), (endpoint.Name, endpoint.Server.ToString(), endpoint.Namespace));
        Assert.Equal("pod-token", await TokenAsync(endpoint));
        _ = Assert.Single(endpoint.Authorities!());
    }

    [Theory]
    [InlineData("there is no context 'x9' in the kubeconfig (did you mean 'x1'?); known are x1", "current-context: x1", "current-context: x9")]
    [InlineData("config:1: clusters[0].cluster.server must be an address such as https://host:6443, but is 'ftp://x'", "https://one.example:6443/prefix", "ftp://x")]
    [InlineData("config:2: users[0].user.exec.apiVersion must be client.authentication.k8s.io/v1", "token: t1", "exec: { apiVersion: client.authentication.k8s.io/v1alpha1, command: x }")]
    [InlineData("config:2: users[0].user.exec.interactiveMode must be Never, IfAvailable or Always, but is missing", "token: t1", "exec: { apiVersion: client.authentication.k8s.io/v1, command: x }")]
    [InlineData("config:2: users[0].user.exec.interactiveMode is Always, but standard input is no terminal", "token: t1", "exec: { apiVersion: client.authentication.k8s.io/v1, command: x, interactiveMode: Always }")]
    [InlineData("config:2: users[0].user.client-certificate-data must be base64, but is not", "token: t1", "client-certificate-data: '!', client-key-data: eA==")]
    [InlineData("users[0].user.client-key is missing, but a client certificate is there", "token: t1", "client-certificate-data: eA==")]
    [InlineData("config:2: users[0].user.auth-provider 'gcp' is no longer supported", "token: t1", "auth-provider: { name: gcp }")]
    [InlineData("config:2: users[0].user.auth-provider 'oidc' is no longer supported; use the exec credential plugin of your provider", "token: t1", "auth-provider: { name: oidc, config: { client-id: c } }")]
    [InlineData("config:2: users[0].user.exec and auth-provider are both there", "token: t1", "exec: { apiVersion: client.authentication.k8s.io/v1, command: x }, auth-provider: { name: gcp }")]
    [InlineData("config:1: clusters[0].cluster.proxy-url must be an http, https or socks5 address, but is 'proxy:3128'", "prefix\"", "prefix\", proxy-url: 'proxy:3128'")]
    [InlineData("users[0].user.as is missing, but as-uid, as-groups or as-user-extra is there", "token: t1", "token: t1, as-groups: [a]")]
    [InlineData("there is no user 'u9'", "user: u1", "user: u9")]
    [InlineData("config:2: not valid YAML", "users: [", "users: ]")]
    [InlineData("config:1: clusters must be a list", "clusters: [{ name: c1, cluster: { server: \"https://one.example:6443/prefix\" } }]", "clusters: many")]
    public void A_mistake_is_told_with_file_line_and_path(string message, string right, string wrong)
    {
        Assert.Contains(right, Simple, StringComparison.Ordinal);
        var file = _folder.Write("config", Simple.Replace(right, wrong, StringComparison.Ordinal));
        var error = Assert.Throws<ConfigurationException>(() => Resolve(new() { Kubeconfig = file }));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_must_exist()
    {
        var error = Assert.Throws<ConfigurationException>(() => Resolve(new() { Kubeconfig = _folder.PathOf("none") }));
        Assert.Contains("--kubeconfig: ", error.Message, StringComparison.Ordinal);
        _variables["KUBECONFIG"] = _folder.PathOf("none");
        Assert.Contains("KUBECONFIG names", Assert.Throws<ConfigurationException>(() => Resolve(new())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_configuration_the_message_says_what_to_do() =>
        Assert.Contains("name files, or give --kubeconfig", Assert.Throws<ConfigurationException>(() => Resolve(new())).Message, StringComparison.Ordinal);

    [Fact]
    public void An_authority_and_no_verification_contradict_each_other()
    {
        using var authority = new TestCertificates();
        var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(authority.AuthorityPem));
        var file = _folder.Write("config", Simple.Replace("prefix\"", $"prefix\", insecure-skip-tls-verify: true, certificate-authority-data: {data}", StringComparison.Ordinal));
        Assert.Contains("insecure-skip-tls-verify is true", Assert.Throws<ConfigurationException>(() => Resolve(new() { Kubeconfig = file })).Message, StringComparison.Ordinal);
    }

    private ClusterEndpoint Resolve(ConnectionOptions options) => EndpointResolver.Resolve(options, new()
    {
        Variable = name => _variables.GetValueOrDefault(name),
        Home = _folder.Root,
        ServiceAccountFolder = _folder.PathOf("account"),
    });

    private static async Task<string?> TokenAsync(ClusterEndpoint endpoint) =>
        (await endpoint.Credentials.GetAsync(TestContext.Current.CancellationToken)).Header?.Parameter;
}

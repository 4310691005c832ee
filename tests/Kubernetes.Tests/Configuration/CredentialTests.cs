using System.Security.Cryptography;
using RiskAnalyzer.Kubernetes.Configuration;
using RiskAnalyzer.Kubernetes.Configuration.Credentials;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Live;

namespace RiskAnalyzer.Kubernetes.Tests.Configuration;

/// <summary>Credentials that change are noticed, and those that cannot be had are explained.</summary>
public sealed class CredentialTests : IDisposable
{
    private const string V1 = "client.authentication.k8s.io/v1";
    private readonly TestFolder _folder = new();
    private readonly ManualTimeProvider _clock = new(Snapshots.Now);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_token_file_is_read_again_and_the_last_good_token_stays_in_use()
    {
        var path = _folder.Write("token", "one\n");
        var source = new TokenFile(path, () => null, _clock);
        Assert.Equal("one", await TokenAsync(source));
        File.WriteAllText(path, "two");
        Assert.Equal("one", await TokenAsync(source));
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("two", await TokenAsync(source));

        File.Delete(path);
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("two", await TokenAsync(source));

        File.WriteAllText(path, "three");
        Assert.True(source.Refuse(await source.GetAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("three", await TokenAsync(source));
    }

    [Theory]
    [InlineData("rsa-pkcs1")]
    [InlineData("rsa-pkcs8")]
    [InlineData("ec-sec1")]
    [InlineData("ec-sec1-with-parameters")]
    [InlineData("ec-pkcs8")]
    public void Client_keys_of_every_usual_format_are_read(string format)
    {
        using var authority = new TestCertificates();
        using AsymmetricAlgorithm key = format.StartsWith("rsa", StringComparison.Ordinal) ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = (key, format) switch
        {
            (RSA rsa, "rsa-pkcs1") => rsa.ExportRSAPrivateKeyPem(),
            (ECDsa curve, "ec-sec1") => curve.ExportECPrivateKeyPem(),
            (ECDsa curve, "ec-sec1-with-parameters") => "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + curve.ExportECPrivateKeyPem(),
            _ => key.ExportPkcs8PrivateKeyPem(),
        };
        var client = PemFiles.Client(authority.ClientPem(key), pem, "here");
        Assert.True(client[0].HasPrivateKey);
    }

    [Fact]
    public void A_key_of_another_certificate_is_refused()
    {
        using var authority = new TestCertificates();
        using var mine = RSA.Create(2048);
        using var other = RSA.Create(2048);
        var error = Assert.Throws<ConfigurationException>(() => PemFiles.Client(authority.ClientPem(mine), other.ExportPkcs8PrivateKeyPem(), "here"));
        Assert.StartsWith("here: the certificate and its key cannot be used together", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_is_run_again_when_its_answer_runs_out_or_is_refused()
    {
        var source = Plugin("""
            n=$(cat count 2>/dev/null || echo 0); n=$((n+1)); echo $n > count
            echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t'$n'","expirationTimestamp":"2026-12-01T13:00:00Z"}}'
            """);
        Assert.Equal("t1", await TokenAsync(source));
        Assert.Equal("t1", await TokenAsync(source));
        Assert.True(source.Refuse(await source.GetAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("t2", await TokenAsync(source));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("t3", await TokenAsync(source));
    }

    [Fact]
    public async Task A_plugin_is_told_what_it_asks_for()
    {
        var source = Plugin("""
            echo "$KUBERNETES_EXEC_INFO $EXTRA $1" > told
            echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t"}}'
            """);
        _ = await TokenAsync(source);
        Assert.Equal(
            """{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","spec":{"interactive":false,"cluster":{"server":"https://x","config":{"audience":"y"}}}} more first""" + "\n",
            File.ReadAllText(_folder.PathOf("told")));
    }

    [Theory]
    [InlineData("failed with exit code 3", "exit 3")]
    [InlineData("wrote no JSON", "echo hello")]
    [InlineData("but an ExecCredential of client.authentication.k8s.io/v1 was asked for", """echo '{"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential","status":{"token":"t"}}'""")]
    [InlineData("answered neither a token nor a client certificate", """echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{}}'""")]
    public async Task A_plugin_that_does_not_do_its_work_is_named(string message, string script)
    {
        var error = await Assert.ThrowsAsync<ConfigurationException>(async () => await TokenAsync(Plugin(script)));
        Assert.Contains("the credential plugin " + _folder.PathOf("bin/plugin.sh"), error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_plugin_is_told_with_its_install_hint()
    {
        var file = _folder.Write("config", $"user: {{ apiVersion: {V1}, command: no-such-plugin-here, interactiveMode: Never, installHint: 'Get it from the cloud team.' }}");
        var error = await Assert.ThrowsAsync<ConfigurationException>(async () => await TokenAsync(Source(file)));
        Assert.Contains("the credential plugin no-such-plugin-here could not be started", error.Lines[0], StringComparison.Ordinal);
        Assert.Equal("Get it from the cloud team.", error.Lines[1]);
    }

    private static async Task<string?> TokenAsync(CredentialSource source) => (await source.GetAsync(TestContext.Current.CancellationToken)).Header?.Parameter;

    private ExecCredentials Plugin(string script)
    {
        var path = _folder.Write("bin/plugin.sh", $"#!/bin/sh\ncd {_folder.Root}\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return Source(_folder.Write("config", $$"""
            user: { apiVersion: {{V1}}, command: bin/plugin.sh, args: [first], interactiveMode: IfAvailable, provideClusterInfo: true, env: [{ name: EXTRA, value: more }] }
            cluster: { server: "https://x", extensions: [{ name: client.authentication.k8s.io/exec, extension: { audience: y } }] }
            """));
    }

    private ExecCredentials Source(string file)
    {
        var stream = new YamlDotNet.RepresentationModel.YamlStream();
        stream.Load(new StringReader(File.ReadAllText(file)));
        var root = new ConfigNode(file, "", stream.Documents[0].RootNode);
        return new(ExecPlugin.Of(root["user"], root["cluster"], canAsk: false)!, _clock);
    }
}

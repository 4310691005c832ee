using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Repository.Tests.Deployment;

/// <summary>The overlays build, and a real API server takes them.</summary>
public sealed class KustomizeTests
{
    private static readonly string[] Overlays = ["cert-manager", "self-signed"];

    public static TheoryData<string> All => [.. Overlays];

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_overlay_builds_into_everything_that_it_needs(string overlay)
    {
        var objects = YamlDocuments.Parse(await BuildAsync(overlay));
        var names = objects.Select(each => $"{each.TextAt("kind")}/{each.TextAt("metadata.name")}").ToList();
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.Superset(
            new HashSet<string>
            {
                "Namespace/riskanalyzer", "ConfigMap/riskanalyzer-policy", "Deployment/riskanalyzer-webhook", "CronJob/riskanalyzer-scanner",
                "ValidatingWebhookConfiguration/riskanalyzer", overlay == "cert-manager" ? "Certificate/riskanalyzer-webhook" : "Secret/riskanalyzer-webhook-tls",
            },
            names.ToHashSet());
        Assert.All(
            objects.Where(each => each.At("metadata.namespace") is not null), each => Assert.Equal("riskanalyzer", each.TextAt("metadata.namespace")));
    }

    [Fact]
    public async Task A_real_API_server_takes_the_self_signed_overlay()
    {
        if (Environment.GetEnvironmentVariable("RISKANALYZER_TEST_KUBECONFIG") is not { Length: > 0 } kubeconfig)
        {
            Assert.Skip("RISKANALYZER_TEST_KUBECONFIG names no cluster");
            return;
        }

        // The server looks the namespace up even if nothing is stored, so the objects are tried out in one that is there.
        var file = Path.GetTempFileName();
        try
        {
            var manifests = (await BuildAsync("self-signed")).Replace("namespace: riskanalyzer\n", "namespace: default\n");
            await File.WriteAllTextAsync(file, manifests, TestContext.Current.CancellationToken);
            var (exitCode, output, error) = await Kubectl.RunAsync(
                "--kubeconfig", kubeconfig, "apply", "--dry-run=server", "--validate=strict", "-f", file);
            Assert.True(exitCode == 0, error);
            Assert.Contains("validatingwebhookconfiguration.admissionregistration.k8s.io/riskanalyzer", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> BuildAsync(string overlay)
    {
        var (exitCode, output, error) = await Kubectl.RunAsync("kustomize", Path.Join(DeployFiles.Folder, "overlays", overlay));
        Assert.Equal((0, ""), (exitCode, error));
        return output;
    }
}

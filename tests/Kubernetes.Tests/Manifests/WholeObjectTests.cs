using RiskAnalyzer.Kubernetes.Manifests;

namespace RiskAnalyzer.Kubernetes.Tests.Manifests;

/// <summary>Patches and unfinished objects are told from whole ones, however short.</summary>
public sealed class WholeObjectTests
{
    [Theory]
    [InlineData("spec: { replicas: 1 }")]
    [InlineData("spec: { replicas: 1, selector: { matchLabels: { app: cart } } }")]
    [InlineData("spec: { template: { spec: { containers: [{ name: cart, image: 'cart:1' }] } } }")]
    [InlineData("spec: { selector: {}, template: { metadata: { labels: { app: cart } } } }")]
    [InlineData("spec: { selector: { matchLabels: { app: cart } }, template: { metadata: { labels: { tier: web } } } }")]
    [InlineData("spec: { selector: { matchLabels: { app: cart } }, template: { spec: { containers: [{ name: cart }] } } }")]
    public void What_does_not_select_its_own_pods_and_lacks_something_is_not_judged(string spec)
    {
        var cluster = Read($"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{ name: cart }}\n{spec}\n");
        Assert.Empty(cluster.Workloads);
        Assert.True(Assert.Single(cluster.Problems).IsPartial);
    }

    [Theory]
    [InlineData("spec: { selector: { matchLabels: { app: cart } }, template: { metadata: { labels: { app: cart } } } }")]
    [InlineData("spec: { selector: { matchLabels: { app: cart } }, template: { metadata: { labels: { app: cart } }, spec: { containers: [{ name: cart }] } } }")]
    [InlineData("spec: { selector: { matchExpressions: [{ key: app, operator: Exists }] }, template: { metadata: { labels: { app: cart } } } }")]
    public void What_selects_its_own_pods_is_whole(string spec)
    {
        var cluster = Read($"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{ name: cart }}\n{spec}\n");
        Assert.Equal("cart", Assert.Single(cluster.Workloads).Metadata.Name);
        Assert.Empty(cluster.Problems);
    }

    [Theory]
    [InlineData("Deployment", "apps/v1")]
    [InlineData("CronJob", "batch/v1")]
    [InlineData("PodDisruptionBudget", "policy/v1")]
    public void A_kind_that_its_version_does_not_have_is_a_problem_that_names_the_right_version(string kind, string version) =>
        Assert.Equal($"v1 has no kind {kind}; {version} has", Assert.Single(Read($"apiVersion: v1\nkind: {kind}\nmetadata: {{ name: cart }}\n").Problems).Message);

    [Fact]
    public void Plans_and_policies_beside_the_manifests_are_no_custom_resources() =>
        Assert.Empty(Read("apiVersion: riskanalyzer.io/v1\nkind: MaintenancePlan\nmetadata: { name: november }\n").PassedOver);

    [Fact]
    public void Data_that_has_a_metadata_of_its_own_is_no_broken_object() =>
        Assert.True(Assert.Single(Read("- { version: 3.5.0, metadata: 3.5 }\n").Problems).IsPartial);

    private static Model.Snapshots.ClusterSnapshot Read(string yaml) =>
        ManifestReader.ReadText(yaml, "test.yaml", new() { Now = DateTimeOffset.UnixEpoch }).Snapshot;
}

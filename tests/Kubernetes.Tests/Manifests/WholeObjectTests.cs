using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

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

    [Theory]
    [InlineData("apiVersion: v1, kind: List, items: [ITEM]")]
    [InlineData("apiVersion: apps/v1, kind: DeploymentList, items: [{ metadata: { name: cart }, SPEC }]")]
    [InlineData("items: [{ metadata: { name: cart }, SPEC }], kind: DeploymentList, apiVersion: apps/v1")]
    [InlineData("apiVersion: v1, kind: List, items: [{ apiVersion: v1, kind: List, items: [ITEM] }]")]
    public void A_list_among_the_items_of_a_list_stands_for_its_items(string list)
    {
        const string Spec = "spec: { selector: { matchLabels: { app: cart } }, template: { metadata: { labels: { app: cart } } } }";
        list = list.Replace("ITEM", "{ apiVersion: apps/v1, kind: Deployment, metadata: { name: cart }, SPEC }", StringComparison.Ordinal).Replace("SPEC", Spec, StringComparison.Ordinal);
        var workload = Assert.Single(Read($"apiVersion: v1\nkind: List\nitems:\n- {{ {list} }}\n").Workloads);
        Assert.Equal(("cart", 4), (workload.Metadata.Name, workload.Metadata.Source.Line));
    }

    [Fact]
    public void A_list_whose_items_are_no_list_is_a_problem() =>
        Assert.Equal("a list whose items are no list", Assert.Single(Read("apiVersion: v1\nkind: List\nitems: {}\n").Problems).Message);

    [Theory]
    [InlineData("apiVersion: apps/v1\nkind: DeploymentList\nitems: null\n")]
    [InlineData("""{"apiVersion":"apps/v1","kind":"DeploymentList","items":null}""")]
    [InlineData("apiVersion: v1\nkind: List\nitems:\n- { apiVersion: apps/v1, kind: DeploymentList, items: null }\n")]
    public void A_list_without_items_is_an_empty_list(string text)
    {
        var cluster = Read(text);
        Assert.Empty(cluster.Problems);
        Assert.True(cluster.Knows(ResourceKinds.Deployments));
    }

    [Fact]
    public void A_typed_list_may_say_behind_its_items_what_they_are()
    {
        const string Items = "- metadata: { name: cart }\n  spec: { selector: { matchLabels: { app: cart } }, template: { metadata: { labels: { app: cart } } } }\n";
        var workload = Assert.Single(Read($"apiVersion: apps/v1\nitems:\n{Items}kind: DeploymentList\n").Workloads);
        Assert.Equal(("Deployment/default/cart", 3), (workload.Reference.ToString(), workload.Metadata.Source.Line));
    }

    [Fact]
    public void Each_object_whose_name_is_still_to_be_generated_counts()
    {
        const string Job = "apiVersion: batch/v1\nkind: Job\nmetadata: { generateName: run- }\nspec: { template: { spec: { restartPolicy: Never, containers: [{ name: main, image: main }] } } }\n";
        Assert.Equal(["Job/default/run-*", "Job/default/run-*"], Read($"{Job}---\n{Job}").Workloads.Select(job => job.Reference.ToString()));
    }

    [Theory]
    [InlineData("minAvailable: '1'")]
    [InlineData("minAvailable: -1")]
    [InlineData("maxUnavailable: -5%")]
    [InlineData("minAvailable: 1, maxUnavailable: 1")]
    public void Numbers_that_the_API_refuses_are_problems(string numbers)
    {
        var cluster = Read($"apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {{ name: cart }}\nspec: {{ {numbers}, selector: {{}} }}\n");
        Assert.StartsWith("PodDisruptionBudget/default/cart: spec.", Assert.Single(cluster.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_between_documents_is_no_part_of_them() =>
        Assert.Equal(2, Read("apiVersion: v1\nkind: Service\nmetadata: { name: a }\n---\n\uFEFFapiVersion: v1\nkind: Service\nmetadata: { name: b }\n").Namespaces["default"].Services.Length);

    private static ClusterSnapshot Read(string yaml) =>
        ManifestReader.ReadText(yaml, "test.yaml", new() { Now = DateTimeOffset.UnixEpoch }).Snapshot;
}

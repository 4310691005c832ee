using System.Text;
using System.Text.Json.Nodes;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Files;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Kubernetes.Reading;
using RiskAnalyzer.Kubernetes.Tests.Configuration;
using RiskAnalyzer.Kubernetes.Tests.Reading;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Live;

namespace RiskAnalyzer.Kubernetes.Tests.Files;

/// <summary>A cluster that is written to a file reads back as what it was, without what must not be in it.</summary>
public sealed class SnapshotFileTests
{
    private readonly ManualTimeProvider _clock = new(Snapshots.Now);
    private readonly InMemoryKubernetesApi _api = new() { PageSize = 2 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_recorded_cluster_reads_back_as_it_was(bool isCompressed)
    {
        foreach (var item in Recorded())
        {
            _api.Put(item);
        }

        var (live, reading) = await new SnapshotReader(_api, _clock).ReadAsync(new(), Token);
        var read = Read(await WriteAsync(isCompressed), isCompressed);
        Assert.NotEmpty(live.Pods);
        Assert.Equal((live.CapturedAt, live.Known, live.ServerVersion), (read.CapturedAt, read.Known, read.ServerVersion));
        Assert.Equal(Describe(live), Describe(read));
        Assert.Equal(ApiResources.All.Length - 1, reading.Resources.Count(status => status.State == ResourceState.Listed));
    }

    [Fact]
    public async Task Secrets_stay_where_they_are()
    {
        var pod = Objects.Pod("shop", "cart-0");
        pod["metadata"]!["managedFields"] = new JsonArray(new JsonObject { ["manager"] = "top-secret-1" });
        pod["metadata"]!["annotations"] = new JsonObject
        {
            ["kubectl.kubernetes.io/last-applied-configuration"] = """{"apiVersion":"v1","kind":"Pod","spec":{"x":"top-secret-2"}}""",
            ["other.example/manifest"] = "top-secret-3",
            ["riskanalyzer.io/shutdown-seconds"] = "5",
        };
        var container = pod["spec"]!["containers"]![0]!;
        container["env"] = new JsonArray(new JsonObject { ["name"] = "PASSWORD", ["value"] = "top-secret-4" });
        container["args"] = new JsonArray("--password=top-secret-5");
        container["lifecycle"] = JsonNode.Parse("""{"preStop":{"exec":{"command":["sleep","7"]}}}""");
        _api.Put(pod);

        var bytes = await WriteAsync(isCompressed: false);
        Assert.DoesNotContain("top-secret", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("PASSWORD", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        var read = Assert.Single(Read(bytes, isCompressed: false).Pods);
        Assert.Equal(("v1", "5"), (read.Metadata.LastAppliedApiVersion, read.Metadata.Annotations.Find("riskanalyzer.io/shutdown-seconds")));
        Assert.NotNull(read.Spec.Containers[0].PreStop);
    }

    [Fact]
    public async Task A_page_that_breaks_off_is_in_the_file_once()
    {
        for (var i = 0; i < 5; i++)
        {
            _api.Put(Objects.Pod("shop", $"cart-{i}"));
        }

        _api.Fail("pods", ApiFailure.Interrupted);
        var write = WriteAsync(isCompressed: false);
        while (!write.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(5, Read(await write, isCompressed: false).Pods.Count());
    }

    [Fact]
    public async Task What_may_not_be_read_stays_unknown()
    {
        _ = _api.Forbidden.Add("nodes");
        _api.Put(Objects.Pod("shop", "cart-0"));
        var (live, reading) = await new SnapshotReader(_api, _clock).ReadAsync(new(), Token);
        var read = Read(await WriteAsync(isCompressed: false), isCompressed: false);
        Assert.False(read.Knows(ResourceKinds.Nodes));
        Assert.Equal(live.Problems, read.Problems);
        Assert.Equal("nodes were not read: no permission to list them", Assert.Single(read.Problems).Message);
        Assert.Equal("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: { name: riskanalyzer-reader }
            rules:
            - apiGroups: [""]
              resources: [nodes]
              verbs: [list]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: { name: riskanalyzer-reader }
            roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: riskanalyzer-reader }
            subjects:
            - { kind: ServiceAccount, namespace: ops, name: reader }

            """, reading.Missing!.ToYaml());
    }

    [Fact]
    public async Task Of_one_namespace_nothing_is_said_of_nodes()
    {
        _api.Put(Objects.Pod("shop", "cart-0"));
        _api.Put(Objects.Pod("blog", "web-0"));
        _api.Put(Objects.Namespace("shop"));
        _api.Put(Objects.Namespace("blog"));
        _api.Put(Objects.Node("a"));
        var (cluster, _) = await new SnapshotReader(_api, _clock).ReadAsync(new() { Namespace = "shop" }, Token);
        Assert.Equal(["shop"], cluster.Namespaces.Keys);
        Assert.NotNull(cluster.Namespaces["shop"].Object);
        Assert.False(cluster.Knows(ResourceKinds.Nodes));
    }

    private static IEnumerable<JsonObject> Recorded()
    {
        using var text = File.OpenRead(Repository.PathOf("tests", "recordings", "rolling-four", "run-1", "cluster.json"));
        var kinds = ApiResources.All.Select(resource => resource.Kind).ToHashSet(StringComparer.Ordinal);
        return JsonNode.Parse(text)!["items"]!.AsArray().Select(item => item!.AsObject()).Where(item => kinds.Contains((string?)item["kind"] ?? "")).ToList();
    }

    private async Task<byte[]> WriteAsync(bool isCompressed)
    {
        var output = new MemoryStream();
        _ = await new SnapshotFile(_api, _clock).WriteAsync(() => output, isCompressed, new(), Token);
        return output.ToArray();
    }

    private static ClusterSnapshot Read(byte[] bytes, bool isCompressed)
    {
        using var folder = new TestFolder();
        var path = folder.PathOf(isCompressed ? "cluster.json.gz" : "cluster.json");
        File.WriteAllBytes(path, bytes);
        Assert.Equal(isCompressed, bytes is [0x1f, 0x8b, ..]);
        var input = ManifestReader.Read([path], new() { Now = Snapshots.Now });
        Assert.Empty(input.Errors);
        return input.Snapshot;
    }

    // Everything but where it was read; records print what they hold.
    private static string Describe(ClusterSnapshot cluster) => string.Join('\n', cluster.Nodes.Select(node => $"{node with { Metadata = node.Metadata with { Source = default } }}")
        .Concat(cluster.Pods.Select(pod => $"{pod with { Metadata = pod.Metadata with { Source = default } }}"))
        .Concat(cluster.Namespaces.Values.SelectMany(space => space.Controllers).Select(workload => $"{workload with { Metadata = workload.Metadata with { Source = default } }}"))
        .Concat(cluster.Budgets.Select(budget => $"{budget with { Metadata = budget.Metadata with { Source = default } }}")));

}

using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Kubernetes.Tests.Manifests;

/// <summary>What a real control plane wrote reads without a problem.</summary>
public sealed class RecordingTests
{
    public static TheoryData<string> Clusters =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "recordings"), "cluster.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Clusters))]
    public void A_recorded_cluster_is_read_whole(string path)
    {
        var cluster = Snapshots.FromFile(Repository.PathOf(path));

        Assert.NotEmpty(cluster.Nodes);
        Assert.NotEmpty(cluster.Pods);
        Assert.All(cluster.Nodes, node => Assert.NotNull(node.Allocatable));
        Assert.All(cluster.Pods, pod => Assert.NotEmpty(pod.Spec.Containers));
        Assert.True(cluster.Knows(ResourceKinds.Nodes | ResourceKinds.Pods));
        Assert.Equal(2026, cluster.CapturedAt.Year);
        Assert.True(cluster.CapturedAt < Snapshots.Now);
    }
}

using System.Text;
using System.Text.Json.Nodes;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Reading;

namespace RiskAnalyzer.Kubernetes.Tests.Reading;

/// <summary>What an event costs does not depend on the size of the cluster.</summary>
public sealed class ViewCostTests
{
    private const int Events = 2000;

    [Fact]
    public void An_event_costs_the_same_in_a_small_and_in_a_large_cluster()
    {
        var small = BytesOfEvents(Filled(namespaces: 1, podsEach: 100));
        var large = BytesOfEvents(Filled(namespaces: 40, podsEach: 1000));
        Assert.InRange(large, small * 0.8, small * 1.2);
    }

    [Fact]
    public void Settling_touches_only_the_namespaces_that_changed()
    {
        var mirror = Filled(namespaces: 20, podsEach: 50);
        mirror.Apply(WatchEventType.Modified, Bytes(Objects.Pod("n3", "p7", "b")), new("n3", "p7", "9", false));
        mirror.Apply(WatchEventType.Modified, Bytes(Objects.Pod("n3", "p7", "c")), new("n3", "p7", "10", false));
        var changes = mirror.Settle();
        Assert.Equal(["n3"], changes.Namespaces);
        Assert.Equal(50, changes.Touched);
    }

    private static ResourceMirror Filled(int namespaces, int podsEach)
    {
        var mirror = new ResourceMirror(ApiResources.All.Single(resource => resource.Plural == "pods"));
        mirror.Begin();
        for (var i = 0; i < namespaces * podsEach; i++)
        {
            mirror.Add(Bytes(Objects.Pod($"n{i / podsEach}", $"p{i % podsEach}")));
        }

        mirror.EndPage(new("1", null));
        _ = mirror.Settle();
        return mirror;
    }

    /// <summary>Bytes allocated by events: a measure of work that does not depend on the machine.</summary>
    private static long BytesOfEvents(ResourceMirror mirror)
    {
        var json = Enumerable.Range(0, Events).Select(i => Bytes(Objects.Pod("n0", $"p{i % 100}", $"node-{i % 7}"))).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Events; i++)
        {
            mirror.Apply(WatchEventType.Modified, json[i], new("n0", $"p{i % 100}", "9", false));
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Bytes(JsonObject item) => Encoding.UTF8.GetBytes(item.ToJsonString());
}

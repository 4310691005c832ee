using System.Text.Json.Nodes;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Tests.Scenarios;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Forecasts;

/// <summary>What a snapshot does not hold makes the answers that depend on it unknown, never a silent fit.</summary>
public sealed class MissingInputTests
{
    [Theory]
    [InlineData(ResourceKinds.Services, "Pod", "Services are not in the snapshot")]
    [InlineData(ResourceKinds.ReplicaSets, "Deployment", "the selector of ReplicaSet shop/web-rs is not in the snapshot")]
    [InlineData(ResourceKinds.StatefulSets, "StatefulSet", "the selector of StatefulSet shop/web is not in the snapshot")]
    public void Without_what_default_spreading_reads_it_is_unknown_where_pods_land(ResourceKinds missing, string kind, string unknown)
    {
        var cluster = Cluster(new() { Name = "web", Kind = kind, At = "a b" }, missing);

        Assert.Equal([unknown], Unknowns(cluster));
    }

    [Fact]
    public void Without_namespaces_it_is_unknown_whether_a_pod_fits_that_a_term_may_mean()
    {
        var cluster = Cluster(new() { Name = "web", At = "a b", Spec = ApartFromTeam("x") }, ResourceKinds.Namespaces).Read();
        var catalog = new PlacementCatalog(cluster, SchedulerSettings.Default);

        var result = SchedulerState.WithPods(catalog).Place(catalog.ReplacementShapeOf(cluster.Pods.First()), tieSeed: 0);

        Assert.Equal(PlacementVerdict.Unknown, result.Verdict);
        Assert.Contains("shop", Assert.Single(catalog.Unknowns), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ResourceKinds.None, "team=x", 0)]
    [InlineData(ResourceKinds.Namespaces, "kubernetes.io/metadata.name=shop", 0)]
    [InlineData(ResourceKinds.Namespaces, "team=x", 1)]
    public void Without_namespaces_it_is_unknown_whether_a_drain_rule_for_their_labels_applies(ResourceKinds missing, string namespaces, int unknown)
    {
        var plan = new ScenarioPlan
        {
            Profile = "cluster-api",
            ClusterApi = new() { DrainRules = [new() { Name = "apart", Namespaces = SelectorText.Parse(namespaces, out _)!, Behavior = DrainBehavior.Skip }] },
        };

        Assert.Equal(
            Enumerable.Repeat("whether drain rule apart is about pods of shop: the labels of these namespaces are not in the snapshot", unknown),
            Unknowns(Cluster(new() { Name = "web", At = "a b" }, missing), plan));
    }

    [Fact]
    public void With_everything_there_nothing_is_unknown()
    {
        var cluster = Cluster(new() { Name = "web", At = "a b", Spec = ApartFromTeam("x") }, ResourceKinds.None);

        Assert.Empty(Unknowns(cluster));
    }

    private static ClusterSketch Cluster(WorkloadSketch workload, ResourceKinds missing) => new()
    {
        Nodes = [new() { Name = "a" }, new() { Name = "b" }],
        Workloads = [workload],
        Known = ResourceKinds.All & ~missing,
    };

    private static IReadOnlyList<string> Unknowns(ClusterSketch cluster, ScenarioPlan? plan = null)
    {
        var known = cluster.Known;
        var read = cluster.Read(items => items.Where(item => known.HasFlag(KindOf((string)item["kind"]!))));
        return DrainForecaster.Run(read, (plan ?? new()).Resolve(), new() { Seeds = 1, WhatIf = false }).Unknowns;
    }

    private static ResourceKinds KindOf(string kind) => Enum.TryParse<ResourceKinds>(kind + "s", out var known) ? known : ResourceKinds.None;

    private static JsonObject ApartFromTeam(string team)
    {
        var term = new JsonObject
        {
            ["topologyKey"] = "kubernetes.io/hostname",
            ["labelSelector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["app"] = "web" } },
            ["namespaceSelector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["team"] = team } },
        };
        return new() { ["affinity"] = new JsonObject { ["podAntiAffinity"] = new JsonObject { ["requiredDuringSchedulingIgnoredDuringExecution"] = new JsonArray(term) } } };
    }
}

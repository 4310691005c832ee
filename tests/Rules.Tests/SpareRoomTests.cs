using System.Text.Json.Nodes;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Capacity;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Rules.Tests;

/// <summary>What is shown without the scheduler must be what the scheduler finds, on random clusters.</summary>
public sealed class SpareRoomTests
{
    private const int Seeds = 150;

    [Fact]
    public void Pods_that_surely_find_room_are_all_placed_in_a_trial()
    {
        var (sure, all) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var cluster = Cluster(new(seed)).Read();
            var targets = cluster.Nodes.Where(NodeEligibility.IsAvailable).ToHashSet<Node>(ReferenceEqualityComparer.Instance);
            var spare = new SpareRoom(cluster, targets);
            var trial = new NodeLossTrial(cluster, targets, targets);
            foreach (var node in targets)
            {
                all++;
                if (spare.HasRoomFor(MovingPods.Of(node, cluster), node))
                {
                    sure++;
                    var loss = trial.Run(node);
                    Assert.True(loss.Unplaced.IsEmpty && loss.Unknown is null, $"seed {seed}, node {node.Name}: {string.Join("; ", loss.Unplaced)} {loss.Unknown}");
                }
            }
        }

        // Otherwise nothing was compared.
        Assert.InRange(sure, all / 10, all);
    }

    private static ClusterSketch Cluster(Random random)
    {
        NodeSketch[] nodes = [.. Enumerable.Range(0, random.Next(3, 7)).Select(i => new NodeSketch { Name = $"n{i}", CpuMilli = 1000 * random.Next(2, 6), MaxPods = random.Next(4, 12) })];
        return new()
        {
            Nodes = nodes,
            Workloads =
            [
                .. Enumerable.Range(0, random.Next(1, 6)).Select(i => new WorkloadSketch
                {
                    Name = $"w{i}",
                    At = string.Join(' ', random.GetItems(nodes, random.Next(1, 4)).Select(node => node.Name)),
                    Spec = Spec($"w{i}", random),
                }),
            ],
        };
    }

    private static JsonObject Spec(string name, Random random)
    {
        var spec = new JsonObject
        {
            ["containers"] = new JsonArray(JsonNode.Parse($$"""{ "name": "a", "image": "a:1", "resources": { "requests": { "cpu": "{{100 * random.Next(1, 12)}}m" } } }""")),
        };
        var selector = $$"""{ "matchLabels": { "app": "{{name}}" } }""";
        switch (random.Next(5))
        {
            case 0:
                spec["affinity"] = JsonNode.Parse($$"""
                    { "podAntiAffinity": { "requiredDuringSchedulingIgnoredDuringExecution": [{ "labelSelector": {{selector}}, "topologyKey": "kubernetes.io/hostname" }] } }
                    """);
                break;
            case 1:
                spec["topologySpreadConstraints"] = JsonNode.Parse($$"""
                    [{ "maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "DoNotSchedule", "labelSelector": {{selector}} }]
                    """);
                break;
            case 2:
                spec["nodeSelector"] = new JsonObject { ["kubernetes.io/hostname"] = $"n{random.Next(4)}" };
                break;
        }

        return spec;
    }
}

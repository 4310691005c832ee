using System.Text.Json.Nodes;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Placement;

/// <summary>A node of a placement example: 4 cores, 16 GiB and 110 pods unless it says otherwise.</summary>
internal sealed record PlacementNode
{
    public required string Name { get; init; }

    /// <value>Thousandths of a core.</value>
    public int Cpu { get; init; } = 4000;

    public int Pods { get; init; } = 110;

    public string? Zone { get; init; }

    /// <summary>CPU and memory that other pods request, as <c>3000m 12Gi</c>.</summary>
    public string? Used { get; init; }

    /// <summary>Applications with a pod here, each with its state after a colon if it is not ready.</summary>
    public string Holds { get; init; } = "";

    /// <summary>Whether it is cordoned and has the taint that follows.</summary>
    public bool Drained { get; init; }

    /// <summary>What else its object says.</summary>
    public JsonObject? Object { get; init; }

    public NodeSketch Sketch()
    {
        var patch = new JsonObject { ["status"] = new JsonObject { ["allocatable"] = new JsonObject { ["memory"] = "16Gi" } } };
        if (Zone is not null)
        {
            patch["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["topology.kubernetes.io/zone"] = Zone } };
        }

        if (Drained)
        {
            var taint = new JsonObject { ["key"] = "node.kubernetes.io/unschedulable", ["effect"] = "NoSchedule" };
            patch["spec"] = new JsonObject { ["unschedulable"] = true, ["taints"] = new JsonArray(taint) };
        }

        foreach (var (key, value) in Object ?? [])
        {
            patch[key] = patch[key] is JsonObject below && value is JsonObject above ? Merge(below, above) : value?.DeepClone();
        }

        return new() { Name = Name, CpuMilli = Cpu, MaxPods = Pods, Object = patch };
    }

    private static JsonObject Merge(JsonObject below, JsonObject above)
    {
        var merged = below.DeepClone().AsObject();
        foreach (var (key, value) in above)
        {
            merged[key] = merged[key] is JsonObject inner && value is JsonObject patch ? Merge(inner, patch) : value?.DeepClone();
        }

        return merged;
    }
}

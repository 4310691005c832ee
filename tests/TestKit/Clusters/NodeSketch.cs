using System.Text.Json.Nodes;

namespace RiskAnalyzer.TestKit.Clusters;

/// <summary>A node in few words.</summary>
public sealed record NodeSketch
{
    public required string Name { get; init; }

    /// <value>Thousandths of a core.</value>
    public int CpuMilli { get; init; } = 64_000;

    /// <value>Pods that it takes.</value>
    public int MaxPods { get; init; } = 500;

    /// <summary>What else its object says; laid over what follows from the above.</summary>
    public JsonObject? Object { get; init; }

    internal JsonObject Manifest() => JsonPatch.Lay(Object, new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Node",
        ["metadata"] = new JsonObject { ["name"] = Name, ["labels"] = new JsonObject { ["kubernetes.io/hostname"] = Name } },
        ["spec"] = new JsonObject(),
        ["status"] = new JsonObject
        {
            ["allocatable"] = new JsonObject { ["cpu"] = $"{CpuMilli}m", ["memory"] = "256Gi", ["pods"] = $"{MaxPods}" },
            ["conditions"] = new JsonArray(new JsonObject { ["type"] = "Ready", ["status"] = "True" }),
        },
    });
}

using System.Text.Json.Nodes;

namespace RiskAnalyzer.TestKit.Clusters;

/// <summary>A budget in few words.</summary>
public sealed record BudgetSketch
{
    public string? Name { get; init; }

    /// <summary>The workload that it is for; null when the object says it.</summary>
    public string? Of { get; init; }

    /// <summary>A number or a percentage.</summary>
    public JsonNode? MaxUnavailable { get; init; }

    /// <summary>A number or a percentage.</summary>
    public JsonNode? MinAvailable { get; init; }

    public bool AlwaysAllow { get; init; }

    /// <summary>What else its object says.</summary>
    public JsonObject? Object { get; init; }

    internal JsonObject Manifest()
    {
        var spec = new JsonObject();
        foreach (var (key, value) in new[] { ("maxUnavailable", MaxUnavailable), ("minAvailable", MinAvailable) })
        {
            if (value is not null)
            {
                spec[key] = value.DeepClone();
            }
        }

        if (AlwaysAllow)
        {
            spec["unhealthyPodEvictionPolicy"] = "AlwaysAllow";
        }

        if (Of is not null)
        {
            spec["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["app"] = Of } };
        }

        return JsonPatch.Lay(Object, new()
        {
            ["apiVersion"] = "policy/v1",
            ["kind"] = "PodDisruptionBudget",
            ["metadata"] = new JsonObject { ["name"] = Name ?? Of, ["namespace"] = ClusterSketch.Namespace, ["generation"] = 1 },
            ["spec"] = spec,
            ["status"] = new JsonObject { ["observedGeneration"] = 1 },
        });
    }
}

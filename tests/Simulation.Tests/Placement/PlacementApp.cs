using System.Text.Json.Nodes;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Placement;

/// <summary>An application of a placement example; its pods carry the label <c>app</c> with its name.</summary>
internal sealed record PlacementApp
{
    /// <summary>Pod for pods that no selector by default reaches, or a kind of controller.</summary>
    public string Kind { get; init; } = "Pod";

    /// <summary>CPU and memory that it requests, as <c>500m 1Gi</c>; a dash requests none.</summary>
    public string Requests { get; init; } = "- -";

    /// <summary>What else the specification says.</summary>
    public JsonObject? Spec { get; init; }

    /// <summary>What else the pods' objects say.</summary>
    public JsonObject? Pod { get; init; }

    public WorkloadSketch Sketch(string name, string at)
    {
        var requests = new JsonObject();
        var words = Requests.Split(' ');
        foreach (var (resource, amount) in new[] { ("cpu", words[0]), ("memory", words[1]) }.Where(pair => pair.Item2 != "-"))
        {
            requests[resource] = amount;
        }

        var container = new JsonObject { ["name"] = "main", ["image"] = $"example/{name}:1", ["resources"] = new JsonObject { ["requests"] = requests } };
        var spec = new JsonObject { ["containers"] = new JsonArray(container) };
        foreach (var (key, value) in Spec ?? [])
        {
            spec[key] = value?.DeepClone();
        }

        return new() { Name = name, Kind = Kind, At = at, Spec = spec, Pod = Pod };
    }
}

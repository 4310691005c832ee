using System.Text.Json.Nodes;

namespace RiskAnalyzer.Kubernetes.Tests.Reading;

/// <summary>Objects that only have what a test is about.</summary>
internal static class Objects
{
    public static JsonObject Pod(string space, string name, string node = "a") => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Pod",
        ["metadata"] = new JsonObject
        {
            ["name"] = name,
            ["namespace"] = space,
            ["labels"] = new JsonObject { ["app"] = space },
        },
        ["spec"] = new JsonObject
        {
            ["nodeName"] = node,
            ["containers"] = new JsonArray(new JsonObject { ["name"] = "main", ["image"] = "registry.example/main:1" }),
        },
    };

    public static JsonObject Node(string name) => Named("v1", "Node", name);

    public static JsonObject Namespace(string name) => Named("v1", "Namespace", name);

    private static JsonObject Named(string apiVersion, string kind, string name) => new()
    {
        ["apiVersion"] = apiVersion,
        ["kind"] = kind,
        ["metadata"] = new JsonObject { ["name"] = name },
    };
}

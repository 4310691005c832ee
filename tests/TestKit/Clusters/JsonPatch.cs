using System.Text.Json.Nodes;

namespace RiskAnalyzer.TestKit.Clusters;

/// <summary>Lays one object over another: objects are merged, anything else replaces what was there.</summary>
internal static class JsonPatch
{
    public static JsonObject Lay(JsonObject? patch, JsonObject target)
    {
        foreach (var (key, value) in patch ?? [])
        {
            if (value is JsonObject inner && target[key] is JsonObject below)
            {
                Lay(inner, below);
            }
            else
            {
                target[key] = value?.DeepClone();
            }
        }

        return target;
    }
}

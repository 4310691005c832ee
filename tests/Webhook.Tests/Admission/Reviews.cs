using System.Text;
using System.Text.Json.Nodes;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Webhook.Tests.Admission;

/// <summary>Writes reviews as the API server sends them.</summary>
internal static class Reviews
{
    public const string Uid = "705ab4f5-6393-11e8-b7cc-42010a800002";

    public static byte[] Create(string yaml) => Of("CREATE", Json(yaml), null);

    public static byte[] Update(string oldYaml, string yaml) => Of("UPDATE", Json(yaml), Json(oldYaml));

    public static byte[] Delete(string yaml) => Of("DELETE", null, Json(yaml));

    public static byte[] Scale(string resource, string @namespace, string name, int from, int to) => Bytes(Envelope("UPDATE", ScaleOf(to), ScaleOf(from), request =>
    {
        request["kind"] = Type("autoscaling", "v1", "Scale", "kind");
        request["resource"] = Type("apps", "v1", resource, "resource");
        request["subResource"] = "scale";
        request["namespace"] = @namespace;
        request["name"] = name;
    }));

    public static byte[] Of(string operation, JsonNode? @object, JsonNode? oldObject, Action<JsonObject>? change = null) =>
        Bytes(Envelope(operation, @object, oldObject, change));

    public static JsonNode Json(string yaml) => YamlText.Documents(yaml).Single();

    private static byte[] Bytes(JsonObject review) => Encoding.UTF8.GetBytes(review.ToJsonString());

    private static JsonObject Envelope(string operation, JsonNode? @object, JsonNode? oldObject, Action<JsonObject>? change)
    {
        var any = (@object ?? oldObject)!;
        var version = ((string)any["apiVersion"]!).Split('/');
        var request = new JsonObject
        {
            ["uid"] = Uid,
            ["kind"] = Type(version.Length == 1 ? "" : version[0], version[^1], (string)any["kind"]!, "kind"),
            ["operation"] = operation,
            ["namespace"] = any["metadata"]?["namespace"]?.DeepClone(),
            ["name"] = any["metadata"]?["name"]?.DeepClone(),
            ["userInfo"] = new JsonObject { ["username"] = "jane", ["groups"] = new JsonArray("system:authenticated") },
            ["object"] = @object?.DeepClone(),
            ["oldObject"] = oldObject?.DeepClone(),
            ["dryRun"] = false,
        };
        change?.Invoke(request);
        return new() { ["apiVersion"] = "admission.k8s.io/v1", ["kind"] = "AdmissionReview", ["request"] = request };
    }

    private static JsonObject Type(string group, string version, string name, string last) => new() { ["group"] = group, ["version"] = version, [last] = name };

    private static JsonObject ScaleOf(int replicas) => new()
    {
        ["apiVersion"] = "autoscaling/v1",
        ["kind"] = "Scale",
        ["metadata"] = new JsonObject { ["name"] = "x" },
        ["spec"] = replicas == 0 ? [] : new JsonObject { ["replicas"] = replicas },
    };
}

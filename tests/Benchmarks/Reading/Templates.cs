using System.Text.Json.Nodes;

namespace RiskAnalyzer.Benchmarks.Reading;

/// <summary>The texts of a large cluster's objects, made from the manifests beside this file.</summary>
internal sealed class Templates
{
    private const int ImagesPerNode = 40;
    private const string TokenMount = "/var/run/secrets/kubernetes.io/serviceaccount";

    public Templates()
    {
        foreach (var shape in Enum.GetValues<WorkloadShape>())
        {
            var spec = Load($"spec-{shape.ToString().ToLowerInvariant()}");
            Pods[shape] = new(Pod(spec));
            Owners[shape] = new(Owner(spec, isOwned: false));
            ReplicaSets[shape] = new(Owner(spec, isOwned: true));
        }

        Node = new(With(Load("node"), "status", "images", new JsonArray([.. Enumerable.Range(0, ImagesPerNode).Select(Image)])));
    }

    public Dictionary<WorkloadShape, ObjectText> Pods { get; } = [];

    /// <summary>Deployments, StatefulSets and DaemonSets.</summary>
    public Dictionary<WorkloadShape, ObjectText> Owners { get; } = [];

    public Dictionary<WorkloadShape, ObjectText> ReplicaSets { get; } = [];

    public ObjectText Node { get; }

    public ObjectText Namespace { get; } = new(Load("namespace"));

    public ObjectText Service { get; } = new(Load("service"));

    public ObjectText Budget { get; } = new(Load("budget"));

    public ObjectText Autoscaler { get; } = new(Load("autoscaler"));

    public ObjectText Claim { get; } = new(Load("claim"));

    private static JsonNode Load(string name)
    {
        using var file = typeof(Templates).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        return JsonNode.Parse(file) ?? throw new InvalidDataException(name);
    }

    private static JsonNode With(JsonNode manifest, string parent, string field, JsonNode value)
    {
        manifest[parent]![field] = value;
        return manifest;
    }

    private static JsonNode? Image(int number) =>
        JsonNode.Parse(Load("image").ToJsonString().Replace("@number", $"{number}", StringComparison.Ordinal));

    /// <summary>Adds to a template's specification what admission and the scheduler add to a pod's.</summary>
    private static JsonNode Pod(JsonNode template)
    {
        var spec = template.DeepClone();
        spec["enableServiceLinks"] = true;
        spec["nodeName"] = "${node}";
        spec["preemptionPolicy"] = "PreemptLowerPriority";
        spec["priority"] = 0;
        var tolerations = (JsonArray)(spec["tolerations"] ??= new JsonArray());
        foreach (var key in new[] { "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable" })
        {
            tolerations.Add((JsonNode)new JsonObject { ["effect"] = "NoExecute", ["key"] = key, ["operator"] = "Exists", ["tolerationSeconds"] = 300 });
        }

        spec["volumes"]!.AsArray().Add(JsonNode.Parse("""
            {
              "name": "kube-api-access-${token}",
              "projected": {
                "defaultMode": 420,
                "sources": [
                  { "serviceAccountToken": { "expirationSeconds": 3607, "path": "token" } },
                  { "configMap": { "items": [{ "key": "ca.crt", "path": "ca.crt" }], "name": "kube-root-ca.crt" } },
                  { "downwardAPI": { "items": [{ "fieldRef": { "apiVersion": "v1", "fieldPath": "metadata.namespace" }, "path": "namespace" }] } }
                ]
              }
            }
            """));
        var statuses = new JsonArray();
        foreach (var container in spec["containers"]!.AsArray())
        {
            container!["volumeMounts"]!.AsArray().Add(JsonNode.Parse($$"""{ "mountPath": "{{TokenMount}}", "name": "kube-api-access-${token}", "readOnly": true }"""));
            var status = Load("status-container");
            (status["name"], status["image"]) = (container["name"]!.DeepClone(), container["image"]!.DeepClone());
            statuses.Add(status);
        }

        return With(WithSpec(Load("pod"), spec), "status", "containerStatuses", statuses);
    }

    private static JsonNode WithSpec(JsonNode manifest, JsonNode spec)
    {
        manifest["spec"] = spec;
        return manifest;
    }

    private static JsonNode Owner(JsonNode spec, bool isOwned)
    {
        var manifest = Load("owner");
        manifest["spec"]!["template"]!["spec"] = spec.DeepClone();
        _ = manifest["metadata"]!.AsObject().Remove("ownerReferences");
        if (isOwned)
        {
            manifest["spec"]!["selector"]!["matchLabels"]!["pod-template-hash"] = "${hash}";
            manifest["metadata"]!["labels"]!["pod-template-hash"] = "${hash}";
            manifest["metadata"]!["ownerReferences"] = JsonNode.Parse("""
                [{ "apiVersion": "apps/v1", "blockOwnerDeletion": true, "controller": true, "kind": "Deployment", "name": "${app}", "uid": "${ownerUid}" }]
                """);
        }

        return manifest;
    }
}

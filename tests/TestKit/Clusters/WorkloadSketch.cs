using System.Text.Json.Nodes;

namespace RiskAnalyzer.TestKit.Clusters;

/// <summary>A workload and its pods in few words.</summary>
public sealed record WorkloadSketch
{
    public required string Name { get; init; }

    /// <summary>Deployment, StatefulSet, DaemonSet, Job, or Pod for pods without controller.</summary>
    public string Kind { get; init; } = "Deployment";

    /// <summary>One word for each pod: its node, or <c>-</c> for none, then <c>:</c> and a state if it is not Ready: see <see cref="PodState"/>.</summary>
    public string At { get; init; } = "";

    /// <summary>Desired pods; null for as many as there are.</summary>
    public int? Replicas { get; init; }

    /// <value>Seconds from SIGTERM to exit; null for unknown.</value>
    public double? Stops { get; init; }

    /// <value>Seconds from bound to Ready; null for unknown.</value>
    public double? Starts { get; init; }

    /// <value>Seconds.</value>
    public int? Grace { get; init; }

    /// <summary>What else the specification of its pods says.</summary>
    public JsonObject? Spec { get; init; }

    /// <summary>What else the objects of its pods say.</summary>
    public JsonObject? Pod { get; init; }

    /// <summary>What else its own object says.</summary>
    public JsonObject? Object { get; init; }

    /// <summary>Whether every pod of a StatefulSet has a volume that one node at a time may use.</summary>
    public bool HasVolumes { get; init; }

    internal string[] Places => At.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal IEnumerable<JsonObject> Manifests()
    {
        if (Kind != "Pod")
        {
            yield return Controller();
        }

        if (Kind == "Deployment")
        {
            yield return JsonPatch.Lay(new() { ["metadata"] = Metadata(DirectOwnerName, owner: ("apps/v1", "Deployment", Name)) }, Controller("ReplicaSet", DirectOwnerName));
        }

        for (var i = 0; i < Places.Length; i++)
        {
            yield return PodManifest(i);
            if (HasVolumes)
            {
                yield return new()
                {
                    ["apiVersion"] = "v1",
                    ["kind"] = "PersistentVolumeClaim",
                    ["metadata"] = Metadata($"data-{Name}-{i}"),
                    ["spec"] = new JsonObject { ["accessModes"] = new JsonArray("ReadWriteOnce"), ["volumeName"] = $"{Name}-{i}" },
                    ["status"] = new JsonObject { ["phase"] = "Bound" },
                };
                yield return new()
                {
                    ["apiVersion"] = "v1",
                    ["kind"] = "PersistentVolume",
                    ["metadata"] = new JsonObject { ["name"] = $"{Name}-{i}" },
                    ["spec"] = new JsonObject
                    {
                        ["accessModes"] = new JsonArray("ReadWriteOnce"),
                        ["csi"] = new JsonObject { ["driver"] = "disk.example", ["volumeHandle"] = $"{Name}-{i}" },
                    },
                };
            }
        }
    }

    private string DirectOwnerName => Kind == "Deployment" ? $"{Name}-rs" : Name;

    private JsonObject Controller() => JsonPatch.Lay(Object, Controller(Kind, Name));

    private JsonObject Controller(string kind, string name)
    {
        var spec = new JsonObject
        {
            ["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["app"] = Name } },
            ["template"] = new JsonObject { ["metadata"] = new JsonObject { ["labels"] = Labels(), ["annotations"] = Annotations() }, ["spec"] = PodSpec(-1) },
        };
        if (kind is not ("DaemonSet" or "Job"))
        {
            spec["replicas"] = Replicas ?? Places.Length;
        }

        return new() { ["apiVersion"] = VersionOf(kind), ["kind"] = kind, ["metadata"] = Metadata(name), ["spec"] = spec };
    }

    private JsonObject PodManifest(int index)
    {
        var words = Places[index].Split(':');
        var pod = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = Metadata($"{Name}-{index}", Kind == "Pod" ? null : (VersionOf(DirectOwnerKind), DirectOwnerKind, DirectOwnerName)),
            ["spec"] = PodSpec(index),
        };
        pod["metadata"]!["labels"] = Labels();
        pod["metadata"]!["annotations"] = Annotations();
        if (words[0] != "-")
        {
            pod["spec"]!["nodeName"] = words[0];
        }

        return JsonPatch.Lay(Pod, JsonPatch.Lay(PodState.Of(words[0] == "-" ? "unscheduled" : words.ElementAtOrDefault(1) ?? "ready", Grace), pod));
    }

    private string DirectOwnerKind => Kind == "Deployment" ? "ReplicaSet" : Kind;

    private static string VersionOf(string kind) => kind == "Job" ? "batch/v1" : "apps/v1";

    private JsonObject PodSpec(int index)
    {
        var spec = new JsonObject
        {
            ["containers"] = new JsonArray(new JsonObject { ["name"] = "main", ["image"] = $"example/{Name}:1" }),
        };
        if (Grace is { } grace)
        {
            spec["terminationGracePeriodSeconds"] = grace;
        }

        if (HasVolumes && index >= 0)
        {
            var claim = new JsonObject { ["claimName"] = $"data-{Name}-{index}" };
            spec["volumes"] = new JsonArray(new JsonObject { ["name"] = "data", ["persistentVolumeClaim"] = claim });
        }

        return JsonPatch.Lay(Spec, spec);
    }

    private JsonObject Labels() => new() { ["app"] = Name };

    private JsonObject Annotations()
    {
        var annotations = new JsonObject();
        if (Stops is { } stops)
        {
            annotations["riskanalyzer.io/shutdown-seconds"] = $"{stops}";
        }

        if (Starts is { } starts)
        {
            annotations["riskanalyzer.io/startup-seconds"] = $"{starts}";
        }

        return annotations;
    }

    private static JsonObject Metadata(string name, (string Version, string Kind, string Name)? owner = null)
    {
        var metadata = new JsonObject { ["name"] = name, ["namespace"] = ClusterSketch.Namespace };
        if (owner is { } by)
        {
            metadata["ownerReferences"] = new JsonArray(new JsonObject
            {
                ["apiVersion"] = by.Version,
                ["kind"] = by.Kind,
                ["name"] = by.Name,
                ["uid"] = by.Name,
                ["controller"] = true,
            });
        }

        return metadata;
    }
}

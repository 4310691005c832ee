using System.Text.Json.Nodes;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Simulation.Tests.Placement;

/// <summary>Makes small clusters in which every rule of placement has something to decide, the same one for a seed.</summary>
internal sealed class RandomCluster(int seed)
{
    private readonly Random _random = new(seed);
    private readonly JsonArray _items = [];
    private int _nodes;
    private int _claims;

    public ClusterSnapshot Read()
    {
        _nodes = Chance(0.15) ? _random.Next(95, 200) : _random.Next(1, 12);
        for (var i = 0; i < _nodes; i++)
        {
            _items.Add(Node(i));
        }

        foreach (var name in (string[])["shop", "bank"])
        {
            _items.Add(new JsonObject
            {
                ["apiVersion"] = "v1",
                ["kind"] = "Namespace",
                ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = new JsonObject { ["team"] = name == "shop" ? "x" : "y" } },
            });
        }

        var workloads = _random.Next(2, 9);
        for (var i = 0; i < workloads; i++)
        {
            AddWorkload(i);
        }

        return Snapshots.FromYaml(new JsonObject { ["apiVersion"] = "v1", ["kind"] = "List", ["items"] = _items }.ToJsonString());
    }

    private bool Chance(double share) => _random.NextDouble() < share;

    private T Pick<T>(params ReadOnlySpan<T> from) => from[_random.Next(from.Length)];

    private JsonObject Node(int number)
    {
        var labels = new JsonObject();
        Maybe(0.95, () => labels["kubernetes.io/hostname"] = $"n{number}");
        Maybe(0.85, () => labels["topology.kubernetes.io/zone"] = Pick("a", "b", "c", ""));
        Maybe(0.5, () => labels["rack"] = Pick("r1", "r2", "r3"));
        Maybe(0.5, () => labels["disk"] = Pick("ssd", "hdd"));
        var taints = new JsonArray();
        Maybe(0.1, () => taints.Add(new JsonObject { ["key"] = "pool", ["value"] = "gpu", ["effect"] = "NoSchedule" }));
        Maybe(0.2, () => taints.Add(new JsonObject { ["key"] = "old", ["effect"] = "PreferNoSchedule" }));
        Maybe(0.1, () => taints.Add(new JsonObject { ["key"] = "slow", ["effect"] = "PreferNoSchedule" }));
        var status = new JsonObject { ["conditions"] = new JsonArray(new JsonObject { ["type"] = "Ready", ["status"] = "True" }) };
        if (Chance(0.97))
        {
            status["allocatable"] = new JsonObject
            {
                ["cpu"] = $"{Pick(1000, 2000, 4000)}m",
                ["memory"] = Pick("2Gi", "4Gi", "8Gi", "0"),
                ["pods"] = $"{Pick(3, 6, 110)}",
                ["example.com/gpu"] = $"{_random.Next(3)}",
            };
        }

        status["images"] = new JsonArray([.. Enumerable.Range(0, 4).Where(_ => Chance(0.4)).Select(i => (JsonNode)new JsonObject
        {
            ["names"] = new JsonArray($"example/app{i}:1", $"example/app{i}@sha256:00"),
            ["sizeBytes"] = Pick(10, 90, 400, 1500) * 1024L * 1024,
        })]);
        return new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Node",
            ["metadata"] = new JsonObject { ["name"] = $"n{number}", ["labels"] = labels },
            ["spec"] = new JsonObject { ["taints"] = taints, ["unschedulable"] = Chance(0.1) },
            ["status"] = status,
        };
    }

    private void AddWorkload(int number)
    {
        var (name, @namespace) = ($"w{number}", Pick("shop", "bank"));
        var labels = new JsonObject { ["app"] = $"app{_random.Next(4)}", ["tier"] = Pick("web", "data") };
        var spec = Spec();
        var replicas = _random.Next(1, _nodes > 50 ? 40 : 6);
        var metadata = new JsonObject { ["name"] = name, ["namespace"] = @namespace };
        _items.Add(new JsonObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "ReplicaSet",
            ["metadata"] = metadata,
            ["spec"] = new JsonObject
            {
                ["replicas"] = replicas,
                ["selector"] = new JsonObject { ["matchLabels"] = labels.DeepClone() },
                ["template"] = new JsonObject { ["metadata"] = new JsonObject { ["labels"] = labels.DeepClone() }, ["spec"] = spec.DeepClone() },
            },
        });
        Maybe(0.5, () => _items.Add(new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Service",
            ["metadata"] = metadata.DeepClone(),
            ["spec"] = new JsonObject { ["selector"] = new JsonObject { ["app"] = (string?)labels["app"] } },
        }));
        for (var i = 0; i < replicas; i++)
        {
            _items.Add(Pod($"{name}-{i}", @namespace, name, labels, spec));
        }
    }

    private JsonObject Pod(string name, string @namespace, string owner, JsonObject labels, JsonObject template)
    {
        var spec = template.DeepClone().AsObject();
        Maybe(0.9, () => spec["nodeName"] = $"n{_random.Next(_nodes)}");
        Maybe(0.2, () => spec["volumes"] = new JsonArray(new JsonObject
        {
            ["name"] = "data",
            ["persistentVolumeClaim"] = new JsonObject { ["claimName"] = Claim(@namespace) },
        }));
        var metadata = new JsonObject
        {
            ["name"] = name,
            ["namespace"] = @namespace,
            ["labels"] = labels.DeepClone(),
            ["ownerReferences"] = new JsonArray(new JsonObject { ["apiVersion"] = "apps/v1", ["kind"] = "ReplicaSet", ["name"] = owner, ["uid"] = owner, ["controller"] = true }),
        };
        Maybe(0.1, () => metadata["deletionTimestamp"] = "2026-12-01T12:00:10Z");
        return new() { ["apiVersion"] = "v1", ["kind"] = "Pod", ["metadata"] = metadata, ["spec"] = spec, ["status"] = new JsonObject { ["phase"] = "Running" } };
    }

    private string Claim(string @namespace)
    {
        var name = $"c{_claims++}";
        _items.Add(new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "PersistentVolumeClaim",
            ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = @namespace },
            ["spec"] = new JsonObject { ["accessModes"] = new JsonArray(Pick("ReadWriteOnce", "ReadWriteOncePod")), ["volumeName"] = $"v-{@namespace}-{name}" },
            ["status"] = new JsonObject { ["phase"] = "Bound" },
        });
        var volume = new JsonObject
        {
            ["accessModes"] = new JsonArray("ReadWriteOnce"),
            ["csi"] = new JsonObject { ["driver"] = "disk.example", ["volumeHandle"] = $"h{_random.Next(8)}" },
        };
        Maybe(0.4, () => volume["nodeAffinity"] = new JsonObject { ["required"] = NodeTerms() });
        _items.Add(new JsonObject { ["apiVersion"] = "v1", ["kind"] = "PersistentVolume", ["metadata"] = new JsonObject { ["name"] = $"v-{@namespace}-{name}" }, ["spec"] = volume });
        Maybe(0.5, () => AddAttachment($"v-{@namespace}-{name}"));
        return name;
    }

    private void AddAttachment(string volume)
    {
        var node = $"n{_random.Next(_nodes)}";
        _items.Add(new JsonObject
        {
            ["apiVersion"] = "storage.k8s.io/v1",
            ["kind"] = "VolumeAttachment",
            ["metadata"] = new JsonObject { ["name"] = $"at-{volume}-{node}" },
            ["spec"] = new JsonObject { ["attacher"] = "disk.example", ["nodeName"] = node, ["source"] = new JsonObject { ["persistentVolumeName"] = volume } },
        });
        _items.Add(new JsonObject
        {
            ["apiVersion"] = "storage.k8s.io/v1",
            ["kind"] = "CSINode",
            ["metadata"] = new JsonObject { ["name"] = node },
            ["spec"] = new JsonObject
            {
                ["drivers"] = new JsonArray(new JsonObject { ["name"] = "disk.example", ["nodeID"] = node, ["allocatable"] = new JsonObject { ["count"] = _random.Next(1, 4) } }),
            },
        });
    }

    private JsonObject Spec()
    {
        var requests = new JsonObject();
        Maybe(0.8, () => requests["cpu"] = $"{Pick(50, 100, 300, 900)}m");
        Maybe(0.8, () => requests["memory"] = Pick("64Mi", "300Mi", "1Gi"));
        Maybe(0.1, () => requests["example.com/gpu"] = "1");
        var container = new JsonObject { ["name"] = "main", ["image"] = $"example/app{_random.Next(4)}:1", ["resources"] = new JsonObject { ["requests"] = requests } };
        Maybe(0.1, () => container["ports"] = new JsonArray(new JsonObject { ["containerPort"] = 80, ["hostPort"] = Pick(80, 81) }));
        var spec = new JsonObject { ["containers"] = new JsonArray(container) };
        Maybe(0.15, () => spec["nodeSelector"] = new JsonObject { ["disk"] = Pick("ssd", "hdd") });
        Maybe(0.3, () => spec["tolerations"] = new JsonArray(new JsonObject { ["operator"] = "Exists", ["key"] = Pick("pool", "old", "node.kubernetes.io/unschedulable", "node.kubernetes.io/not-ready") }));
        Maybe(0.5, () => spec["topologySpreadConstraints"] = new JsonArray([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => (JsonNode)Constraint())]));
        Maybe(0.5, () => spec["affinity"] = Affinity());
        Maybe(0.6, () => spec["priority"] = _random.Next(-1, 3) * 100);
        Maybe(0.1, () => spec["preemptionPolicy"] = "Never");
        Maybe(0.04, () => spec["schedulingGates"] = new JsonArray(new JsonObject { ["name"] = "wait" }));
        return spec;
    }

    private JsonObject Constraint()
    {
        var constraint = new JsonObject
        {
            ["topologyKey"] = TopologyKey(),
            ["maxSkew"] = _random.Next(1, 3),
            ["whenUnsatisfiable"] = Pick("DoNotSchedule", "ScheduleAnyway"),
        };
        Maybe(0.95, () => constraint["labelSelector"] = Selector());
        Maybe(0.3, () => constraint["nodeTaintsPolicy"] = Pick("Honor", "Ignore"));
        Maybe(0.3, () => constraint["nodeAffinityPolicy"] = Pick("Honor", "Ignore"));
        Maybe(0.2, () => constraint["minDomains"] = _random.Next(1, 4));
        return constraint;
    }

    private JsonObject Affinity()
    {
        var affinity = new JsonObject();
        Maybe(0.2, () => affinity["nodeAffinity"] = new JsonObject
        {
            ["preferredDuringSchedulingIgnoredDuringExecution"] = new JsonArray(new JsonObject { ["weight"] = _random.Next(1, 100), ["preference"] = NodeTerm() }),
        });
        Maybe(0.2, () => affinity["nodeAffinity"] = new JsonObject { ["requiredDuringSchedulingIgnoredDuringExecution"] = NodeTerms() });
        Maybe(0.4, () => affinity["podAffinity"] = PodTerms());
        Maybe(0.6, () => affinity["podAntiAffinity"] = PodTerms());
        return affinity;
    }

    private JsonObject PodTerms()
    {
        var terms = new JsonObject();
        Maybe(0.5, () => terms["requiredDuringSchedulingIgnoredDuringExecution"] = new JsonArray([.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => (JsonNode)PodTerm())]));
        Maybe(0.5, () => terms["preferredDuringSchedulingIgnoredDuringExecution"] = new JsonArray(new JsonObject { ["weight"] = _random.Next(1, 100), ["podAffinityTerm"] = PodTerm() }));
        return terms;
    }

    private JsonObject PodTerm()
    {
        var term = new JsonObject { ["topologyKey"] = TopologyKey() };
        Maybe(0.95, () => term["labelSelector"] = Selector());
        Maybe(0.2, () => term["namespaces"] = new JsonArray("bank"));
        Maybe(0.2, () => term["namespaceSelector"] = Chance(0.5) ? new JsonObject() : new JsonObject { ["matchLabels"] = new JsonObject { ["team"] = "x" } });
        return term;
    }

    private JsonObject Selector() => _random.Next(5) switch
    {
        0 => new() { ["matchLabels"] = new JsonObject { ["tier"] = Pick("web", "data") } },
        1 => new() { ["matchExpressions"] = new JsonArray(new JsonObject { ["key"] = "app", ["operator"] = "NotIn", ["values"] = new JsonArray("app0", "app1") }) },
        2 => [],
        _ => new() { ["matchLabels"] = new JsonObject { ["app"] = $"app{_random.Next(4)}" } },
    };

    private string TopologyKey() => Pick("kubernetes.io/hostname", "topology.kubernetes.io/zone", "rack");

    private JsonObject NodeTerms() => new() { ["nodeSelectorTerms"] = new JsonArray([.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => (JsonNode)NodeTerm())]) };

    private JsonObject NodeTerm() => _random.Next(4) switch
    {
        0 => new() { ["matchFields"] = new JsonArray(new JsonObject { ["key"] = "metadata.name", ["operator"] = "In", ["values"] = new JsonArray("n0", $"n{_random.Next(_nodes)}") }) },
        1 => new() { ["matchExpressions"] = new JsonArray(Requirement("rack", "NotIn", "r1")) },
        _ => new() { ["matchExpressions"] = new JsonArray(Requirement("topology.kubernetes.io/zone", "In", "a", "b"), Requirement("disk", "Exists")) },
    };

    private static JsonObject Requirement(string key, string @operator, params string[] values) =>
        new() { ["key"] = key, ["operator"] = @operator, ["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private void Maybe(double share, Action action)
    {
        if (Chance(share))
        {
            action();
        }
    }
}

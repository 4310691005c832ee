using System.Text.Json.Nodes;

namespace RiskAnalyzer.TestKit.Clusters;

/// <summary>Small clusters by a seed, with a bit of everything that a drain meets. Pods start where there is room for them.</summary>
public sealed class RandomCluster
{
    private static readonly string[] Kinds = ["Deployment", "Deployment", "Deployment", "StatefulSet", "StatefulSet", "DaemonSet", "Job", "Pod"];
    private static readonly string[] Zones = ["east", "west"];

    private readonly Random _random;
    private readonly List<NodeSketch> _nodes = [];
    private readonly List<WorkloadSketch> _workloads = [];
    private readonly List<BudgetSketch> _budgets = [];
    private readonly Dictionary<string, (int CpuMilli, int Pods)> _free = new(StringComparer.Ordinal);

    private RandomCluster(int seed) => _random = new(seed);

    /// <summary>The cluster of a seed; the same on every machine.</summary>
    public static ClusterSketch Of(int seed)
    {
        var cluster = new RandomCluster(seed);
        cluster.Build();
        return new() { Nodes = cluster._nodes, Workloads = cluster._workloads, Budgets = cluster._budgets };
    }

    private void Build()
    {
        for (var i = _random.Next(3, 7); i > 0; i--)
        {
            AddNode($"n{i}");
        }

        for (var i = _random.Next(2, 8); i > 0; i--)
        {
            AddWorkload($"w{i}");
        }
    }

    private void AddNode(string name)
    {
        var node = new NodeSketch
        {
            Name = name,
            CpuMilli = 1000 * _random.Next(1, 9),
            MaxPods = _random.Next(6, 30),
            Object = new()
            {
                ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["topology.kubernetes.io/zone"] = _random.GetItems(Zones, 1)[0] } },
                ["spec"] = Chance(0.1) ? new JsonObject { ["taints"] = new JsonArray(new JsonObject { ["key"] = "gpu", ["effect"] = "NoSchedule" }) } : new(),
            },
        };
        _nodes.Add(node);
        _free[name] = (node.CpuMilli, node.MaxPods);
    }

    private void AddWorkload(string name)
    {
        var kind = _random.GetItems(Kinds, 1)[0];
        var cpu = 50 * _random.Next(1, 12);
        var grace = _random.Next(1, 40);
        var places = kind == "DaemonSet" ? [.. _nodes.Select(node => node.Name)] : Enumerable.Range(0, _random.Next(1, 7)).Select(_ => _nodes[_random.Next(_nodes.Count)].Name);
        var at = places.Where(node => Take(node, cpu)).Select(node => node + State()).ToArray();
        if (at.Length == 0)
        {
            return;
        }

        _workloads.Add(new()
        {
            Name = name,
            Kind = kind,
            At = string.Join(' ', at),
            Stops = Chance(0.8) ? _random.Next(0, 30) : null,
            Starts = Chance(0.8) ? _random.Next(0, 20) : null,
            Grace = grace,
            Spec = Spec(name, cpu),
            Pod = Chance(0.04) ? new() { ["metadata"] = new JsonObject { ["finalizers"] = new JsonArray("example.com/keep") } } : null,
            Object = kind == "StatefulSet" && Chance(0.5) ? new() { ["spec"] = new JsonObject { ["podManagementPolicy"] = "Parallel" } } : null,
            HasVolumes = kind == "StatefulSet" && Chance(0.3),
        });
        if (Chance(0.6))
        {
            AddBudget(name, name, at.Length);
            if (Chance(0.08))
            {
                AddBudget(name, name + "-too", at.Length);
            }
        }
    }

    private void AddBudget(string workload, string name, int pods) => _budgets.Add(_random.Next(5) switch
    {
        0 => new() { Of = workload, Name = name, MaxUnavailable = "25%" },
        1 => new() { Of = workload, Name = name, MinAvailable = _random.Next(0, pods + 1) },
        2 => new() { Of = workload, Name = name, MinAvailable = "50%", AlwaysAllow = Chance(0.5) },
        _ => new() { Of = workload, Name = name, MaxUnavailable = _random.Next(1, 4) },
    });

    private JsonObject Spec(string name, int cpu)
    {
        var requests = new JsonObject { ["cpu"] = $"{cpu}m", ["memory"] = "64Mi" };
        var spec = new JsonObject
        {
            ["containers"] = new JsonArray(new JsonObject { ["name"] = "main", ["image"] = "example/app:1", ["resources"] = new JsonObject { ["requests"] = requests } }),
        };
        var selector = new JsonObject { ["matchLabels"] = new JsonObject { ["app"] = name } };
        switch (_random.Next(8))
        {
            case 0:
                var term = new JsonObject { ["labelSelector"] = selector, ["topologyKey"] = "kubernetes.io/hostname" };
                spec["affinity"] = new JsonObject { ["podAntiAffinity"] = new JsonObject { ["requiredDuringSchedulingIgnoredDuringExecution"] = new JsonArray(term) } };
                break;
            case 1 or 2:
                spec["topologySpreadConstraints"] = new JsonArray(new JsonObject
                {
                    ["maxSkew"] = _random.Next(1, 3),
                    ["topologyKey"] = Chance(0.5) ? "kubernetes.io/hostname" : "topology.kubernetes.io/zone",
                    ["whenUnsatisfiable"] = Chance(0.5) ? "DoNotSchedule" : "ScheduleAnyway",
                    ["labelSelector"] = selector,
                });
                break;
            case 3:
                spec["tolerations"] = new JsonArray(new JsonObject { ["operator"] = "Exists" });
                break;
            case 4:
                spec["priority"] = 100;
                break;
        }

        return spec;
    }

    private string State() => _random.Next(30) switch
    {
        0 => ":crashing",
        1 => ":unready",
        2 => ":no-image",
        3 => ":starting",
        4 => ":failed",
        5 => $":terminating={_random.Next(1, 10)}",
        _ => "",
    };

    private bool Take(string node, int cpu)
    {
        var (free, pods) = _free[node];
        if (free < cpu || pods < 1)
        {
            return false;
        }

        _free[node] = (free - cpu, pods - 1);
        return true;
    }

    private bool Chance(double share) => _random.NextDouble() < share;
}

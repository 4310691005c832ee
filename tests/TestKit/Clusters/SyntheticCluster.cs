using System.Globalization;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.TestKit.Clusters;

/// <summary>A large cluster made by rule: the same objects each time, in the proportions of a real one, written as kubectl writes them.</summary>
/// <remarks>Replicas stand on consecutive nodes, which lie in three zones in turn, so that every constraint holds at the start.</remarks>
public sealed record SyntheticCluster
{
    private const int DaemonSets = 3;
    private const int WorkloadsPerNamespace = 25;
    private const int Images = 40;

    private static readonly int[] Sizes = [2, 3, 20, 3, 5, 8, 2, 40, 4, 10, 3];
    private static readonly int[] CpuMilli = [50, 100, 200, 250, 500];
    private static readonly int[] MemoryMebi = [64, 128, 256, 512];

    /// <summary>How many nodes there are.</summary>
    public required int Nodes { get; init; }

    /// <summary>Pods on each node, three of them of DaemonSets.</summary>
    public int PodsPerNode { get; init; } = 30;

    /// <summary>How many of ten workloads carry constraints on where their pods are, beside those that the scheduler adds to all.</summary>
    public int ConstrainedOfTen { get; init; }

    /// <summary>Reads it through a file of its own, so that no step holds it as text.</summary>
    public ClusterSnapshot Read()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        try
        {
            Save(path);
            return Snapshots.FromFile(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Writes it to a file.</summary>
    public void Save(string path)
    {
        using var file = new StreamWriter(path);
        Write(file);
    }

    /// <summary>Writes it as one list.</summary>
    public void Write(TextWriter output)
    {
        output.Write("""{"apiVersion":"v1","kind":"List","metadata":{"annotations":{""");
        output.Write($"\"{SnapshotHeader.KnownKindsKey}\":\"{KnownKinds.Format(ResourceKinds.All)}\"");
        output.Write("""}},"items":[""");
        var first = true;
        foreach (var item in Items())
        {
            output.Write(first ? "\n" : ",\n");
            output.Write(item);
            first = false;
        }

        output.Write("\n]}\n");
    }

    private IEnumerable<string> Items()
    {
        for (var node = 0; node < Nodes; node++)
        {
            yield return Node(node);
        }

        for (var set = 0; set < DaemonSets; set++)
        {
            var workload = new Entry(-1 - set, "DaemonSet", $"agent-{set}", "kube-system", Nodes, 50, 64, "");
            yield return workload.Controller();
            for (var node = 0; node < Nodes; node++)
            {
                yield return workload.Pod(node, NodeName(node));
            }
        }

        var (left, placed) = (Nodes * (PodsPerNode - DaemonSets), 0);
        for (var number = 0; left > 0; number++)
        {
            var workload = Workload(number, left);
            foreach (var item in workload.Around())
            {
                yield return item;
            }

            for (var replica = 0; replica < workload.Replicas; replica++, placed++)
            {
                yield return workload.Pod(replica, NodeName(placed % Nodes));
            }

            left -= workload.Replicas;
        }
    }

    private static string NodeName(int node) => string.Create(CultureInfo.InvariantCulture, $"node-{node:00000}");

    private static string Node(int node)
    {
        var name = NodeName(node);
        var images = string.Join(',', Enumerable.Range(0, Images).Where(image => ((node * 7) + (image * 13)) % 5 < 2).Select(image => $$"""
            {"names":["registry.example/team/app{{image}}@sha256:{{image:0000}}","registry.example/team/app{{image}}:1.0"],"sizeBytes":{{(image + 1) * 20_000_000L}}}
            """));
        return $$$"""
            {"apiVersion":"v1","kind":"Node","metadata":{"name":"{{{name}}}","uid":"{{{name}}}","labels":{"kubernetes.io/hostname":"{{{name}}}",
            "kubernetes.io/os":"linux","kubernetes.io/arch":"amd64","topology.kubernetes.io/zone":"zone-{{{node % 3}}}","topology.kubernetes.io/region":"r1",
            "node.kubernetes.io/instance-type":"m16","pool":"workers"}},"spec":{},"status":{"allocatable":{"cpu":"10","memory":"12Gi","pods":"110"},
            "conditions":[{"type":"Ready","status":"True","lastTransitionTime":"2026-11-01T00:00:00Z"}],"nodeInfo":{"kubeletVersion":"v1.36.1"},"images":[{{{images}}}]}}
            """;
    }

    private Entry Workload(int number, int most)
    {
        var replicas = Math.Min(most, Math.Min(Nodes, Sizes[number % Sizes.Length]));
        return new(
            number,
            number % 10 == 5 ? "StatefulSet" : "Deployment",
            $"app-{number}",
            $"team-{number / WorkloadsPerNamespace}",
            replicas,
            CpuMilli[number % CpuMilli.Length],
            MemoryMebi[number / 3 % MemoryMebi.Length],
            number % 10 < ConstrainedOfTen ? Constraints(number) : "");
    }

    private static string Constraints(int number)
    {
        var selector = $$$"""{"matchLabels":{"app":"app-{{{number}}}"}}""";
        var term = $$"""{"topologyKey":"kubernetes.io/hostname","labelSelector":{{selector}}}""";
        return (number % 10) switch
        {
            0 => $$$""","affinity":{"podAntiAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{{{term}}}]}}""",
            1 => $$"""
                ,"topologySpreadConstraints":[{"topologyKey":"topology.kubernetes.io/zone","maxSkew":2,"whenUnsatisfiable":"DoNotSchedule","labelSelector":{{selector}}},
                {"topologyKey":"kubernetes.io/hostname","maxSkew":1,"whenUnsatisfiable":"ScheduleAnyway","labelSelector":{{selector}}}]
                """,
            _ => $$$$""","affinity":{"podAntiAffinity":{"preferredDuringSchedulingIgnoredDuringExecution":[{"weight":100,"podAffinityTerm":{{{{term}}}}}]}}""",
        };
    }

    private sealed record Entry(int Number, string Kind, string Name, string Namespace, int Replicas, int CpuMilli, int MemoryMebi, string Constraints)
    {
        private string Direct => Kind == "Deployment" ? $"{Name}-5d4f8" : Name;

        private string DirectKind => Kind == "Deployment" ? "ReplicaSet" : Kind;

        public IEnumerable<string> Around()
        {
            yield return Controller();
            if (Kind == "Deployment")
            {
                yield return Controller("ReplicaSet", Direct, $$""","ownerReferences":[{{Owner("Deployment", Name)}}]""");
            }

            yield return $$$"""
                {"apiVersion":"v1","kind":"Service","metadata":{"name":"{{{Name}}}","namespace":"{{{Namespace}}}"},"spec":{"selector":{"app":"{{{Name}}}"},"ports":[{"port":80}]}}
                """;
            if (Number % 2 == 0)
            {
                yield return $$$$"""
                    {"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"name":"{{{{Name}}}}","namespace":"{{{{Namespace}}}}","generation":1},
                    "spec":{"maxUnavailable":{{{{(Number % 4 == 0 ? "1" : "\"25%\"")}}}},"selector":{"matchLabels":{"app":"{{{{Name}}}}"}}},
                    "status":{"observedGeneration":1,"disruptionsAllowed":1,"currentHealthy":{{{{Replicas}}}},"desiredHealthy":{{{{Replicas - 1}}}},"expectedPods":{{{{Replicas}}}}}}
                    """;
            }
        }

        public string Controller() => Controller(Kind, Name, "");

        public string Pod(int replica, string node) => $$"""
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{Direct}}-{{(Kind == "StatefulSet" ? $"{replica}" : $"{replica:x4}z")}}","namespace":"{{Namespace}}",
            "uid":"{{Name}}-{{replica}}","labels":{"app":"{{Name}}","pod-template-hash":"5d4f8"},"ownerReferences":[{{Owner(DirectKind, Direct)}}]},
            "spec":{{Spec($$""" "nodeName":"{{node}}", """)}},
            "status":{"phase":"Running","podIP":"10.0.0.1","conditions":[{"type":"PodScheduled","status":"True","lastTransitionTime":"2026-11-01T10:00:00Z"},
            {"type":"Initialized","status":"True","lastTransitionTime":"2026-11-01T10:00:01Z"},
            {"type":"Ready","status":"True","lastTransitionTime":"2026-11-01T10:00:{{5 + (Math.Abs(Number) % 20):00}}Z"}],
            "containerStatuses":[{"name":"main","ready":true,"restartCount":0,"state":{"running":{"startedAt":"2026-11-01T10:00:02Z"} } }]} }
            """;

        private string Controller(string kind, string name, string owner) => $$"""
            {"apiVersion":"apps/v1","kind":"{{kind}}","metadata":{"name":"{{name}}","namespace":"{{Namespace}}","generation":1{{owner}}},
            "spec":{"replicas":{{Replicas}},"selector":{"matchLabels":{"app":"{{Name}}"} },"template":{"metadata":{"labels":{"app":"{{Name}}","pod-template-hash":"5d4f8"} },"spec":{{Spec("")}} } },
            "status":{"replicas":{{Replicas}},"readyReplicas":{{Replicas}},"observedGeneration":1} }
            """;

        private string Spec(string nodeName) => $$"""
            { {{nodeName}}"terminationGracePeriodSeconds":30,"priority":0,"schedulerName":"default-scheduler","containers":[{"name":"main","image":"registry.example/team/app{{Math.Abs(Number) % 60}}:1.0",
            "resources":{"requests":{"cpu":"{{CpuMilli}}m","memory":"{{MemoryMebi}}Mi"} },"readinessProbe":{"httpGet":{"path":"/","port":80} } }],
            "tolerations":[{"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":300},
            {"key":"node.kubernetes.io/unreachable","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}]{{Constraints}} }
            """;

        private static string Owner(string kind, string name) =>
            $$"""{"apiVersion":"apps/v1","kind":"{{kind}}","name":"{{name}}","uid":"{{name}}","controller":true}""";
    }
}

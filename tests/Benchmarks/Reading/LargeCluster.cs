using System.Globalization;

namespace RiskAnalyzer.Benchmarks.Reading;

/// <summary>Writes a large cluster as <c>kubectl get … -A -o json</c> does: the same bytes for the same number of pods.</summary>
internal sealed class LargeCluster
{
    private const int PodsPerNode = 30;
    private const int Agents = 5;
    private const int WorkloadsPerNamespace = 12;

    // What clusters of many teams have: mostly few replicas, and a tail.
    private static readonly int[] UsualReplicas = [1, 2, 2, 2, 3, 3, 3, 3, 4, 5, 6, 8, 10, 12, 20, 40];

    private readonly Templates _templates = new();
    private readonly List<PlannedWorkload> _workloads = [];
    private readonly ItemWriter _items;
    private readonly int _nodes;
    private int _pods;
    private int _placed;

    private LargeCluster(ItemWriter items, int pods)
    {
        (_items, _nodes) = (items, Math.Max(3, pods / PodsPerNode));
        Plan(pods);
    }

    /// <summary>Writes the file; how many pods and nodes are in it.</summary>
    public static (int Pods, int Nodes) Write(string path, int pods)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        using var items = new ItemWriter(file);
        var cluster = new LargeCluster(items, pods);
        cluster.WriteAll();
        return (cluster._pods, cluster._nodes);
    }

    private void Plan(int pods)
    {
        for (var agent = 0; agent < Agents; agent++)
        {
            Add(new(agent, WorkloadShape.Agent, "kube-system", _nodes));
        }

        for (var number = Agents; _pods < pods; number++)
        {
            var shape = (number % 16) switch { 0 => WorkloadShape.Store, < 6 => WorkloadShape.Mesh, _ => WorkloadShape.Web };
            var replicas = shape == WorkloadShape.Store ? 3 : UsualReplicas[(number * 7) % UsualReplicas.Length];
            Add(new(number, shape, $"team-{number / WorkloadsPerNamespace:0000}", Math.Min(replicas, pods - _pods)));
        }

        void Add(PlannedWorkload workload)
        {
            _workloads.Add(workload);
            _pods += workload.Replicas;
        }
    }

    private void WriteAll()
    {
        for (var node = 0; node < _nodes; node++)
        {
            _items.Write(_templates.Node, _items.Common("", "", NodeValues(node)));
        }

        foreach (var name in _workloads.Select(workload => workload.Namespace).Distinct(StringComparer.Ordinal))
        {
            _items.Write(_templates.Namespace, _items.Common("", name));
        }

        _workloads.ForEach(WritePods);
        _workloads.ForEach(workload => _items.Write(_templates.Service, Values(workload)));
        _workloads.ForEach(WriteOwner);
        _workloads.ForEach(WriteReplicaSets);
        foreach (var workload in _workloads.Where(workload => workload is { Replicas: > 1, Shape: not WorkloadShape.Agent }))
        {
            _items.Write(_templates.Budget, Values(workload));
        }

        foreach (var workload in _workloads.Where(workload => workload is { Replicas: > 4, HasReplicaSets: true }))
        {
            _items.Write(_templates.Autoscaler, Values(workload));
        }

        foreach (var workload in _workloads.Where(workload => workload.Shape == WorkloadShape.Store))
        {
            for (var pod = 0; pod < workload.Replicas; pod++)
            {
                _items.Write(_templates.Claim, Values(workload, ("claim", $"data-{workload.PodName(pod)}")));
            }
        }
    }

    private void WritePods(PlannedWorkload workload)
    {
        for (var pod = 0; pod < workload.Replicas; pod++)
        {
            var node = workload.Shape == WorkloadShape.Agent ? pod : _placed++ % _nodes;
            _items.Write(_templates.Pods[workload.Shape], Values(
                workload,
                ("name", workload.PodName(pod)),
                ("owner", workload.Owner),
                ("ownerKind", workload.HasReplicaSets ? "ReplicaSet" : workload.Kind),
                ("token", PlannedWorkload.Letters(_placed + (node * 31L), 5)),
                ("node", NodeName(node)),
                ("hostIp", Address(10, node)),
                ("created", Time(_placed)),
                ("ready", Time(_placed + 20 + (node % 40)))));
        }
    }

    private void WriteOwner(PlannedWorkload workload) => _items.Write(
        _templates.Owners[workload.Shape], Values(workload, ("kind", workload.Kind), ("name", workload.App)));

    private void WriteReplicaSets(PlannedWorkload workload)
    {
        for (var revision = workload.HasReplicaSets ? 1 : int.MaxValue; revision <= workload.Revision; revision++)
        {
            var replicas = revision == workload.Revision ? workload.Replicas : 0;
            _items.Write(_templates.ReplicaSets[workload.Shape], Values(
                workload, ("kind", "ReplicaSet"), ("name", $"{workload.App}-{workload.Hash(revision)}"), ("hash", workload.Hash(revision)),
                ("replicas", replicas.ToString(CultureInfo.InvariantCulture))));
        }
    }

    private Dictionary<string, string> Values(PlannedWorkload workload, params (string Key, string Value)[] own) => _items.Common(
        workload.App, workload.Namespace,
        [
            ("version", $"1.{workload.Number % 40}.{workload.Number % 7}"),
            ("hash", workload.Hash(workload.Revision)),
            ("cpu", $"{100 + (workload.Number % 5 * 50)}"),
            ("memory", $"{128 << (workload.Number % 4)}"),
            ("replicas", workload.Replicas.ToString(CultureInfo.InvariantCulture)),
            ("desired", (workload.Replicas - 1).ToString(CultureInfo.InvariantCulture)),
            ("ownerUid", ItemWriter.Uid(workload.Number)),
            .. own,
        ]);

    private static (string Key, string Value)[] NodeValues(int node) =>
    [
        ("name", NodeName(node)), ("pool", node % 10 == 0 ? "large" : "workers"), ("zone", "abc"[node % 3].ToString()),
        ("cidr", Address(100, node * 256)), ("hostIp", Address(10, node)),
    ];

    private static string NodeName(int node) => $"worker-{node:00000}.north.example.com";

    private static string Address(int network, int number) => $"{network}.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}";

    private static string Time(int seconds) =>
        new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc).AddSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

using System.Text.Json.Nodes;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.TestKit.Clusters;

/// <summary>A cluster in few words, written out as the manifests that the API would show.</summary>
public sealed record ClusterSketch
{
    /// <summary>The namespace of everything that has one.</summary>
    public const string Namespace = "shop";

    public IReadOnlyList<NodeSketch> Nodes { get; init; } = [];

    public IReadOnlyList<WorkloadSketch> Workloads { get; init; } = [];

    public IReadOnlyList<BudgetSketch> Budgets { get; init; } = [];

    /// <summary>Objects that are written out already.</summary>
    public IReadOnlyList<JsonObject> Objects { get; init; } = [];

    /// <summary>The kinds that count as looked at.</summary>
    public ResourceKinds Known { get; init; } = ResourceKinds.All;

    /// <summary>All objects.</summary>
    public IEnumerable<JsonObject> Manifests()
    {
        var own = Nodes.Select(node => node.Manifest())
            .Concat(Workloads.SelectMany(workload => workload.Manifests()))
            .Concat(Budgets.Select(budget => budget.Manifest()))
            .Concat(Objects.Select(item => item.DeepClone().AsObject()));
        var hasNamespace = Objects.Any(item => (string?)item["kind"] == "Namespace") || !Known.HasFlag(ResourceKinds.Namespaces);
        return hasNamespace ? own : own.Append(new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Namespace",
            ["metadata"] = new JsonObject { ["name"] = Namespace },
        });
    }

    /// <summary>Reads the manifests as a snapshot, in the order given or in another one.</summary>
    public ClusterSnapshot Read(Func<IReadOnlyList<JsonObject>, IEnumerable<JsonObject>>? reorder = null)
    {
        var items = Manifests().ToArray();
        return Snapshots.FromYaml(new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "List",
            ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [SnapshotHeader.KnownKindsKey] = KnownKinds.Format(Known) } },
            ["items"] = new JsonArray([.. reorder is null ? items : reorder(items)]),
        }.ToJsonString());
    }
}

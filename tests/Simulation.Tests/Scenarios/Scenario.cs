using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Scenarios;

/// <summary>A maintenance that can be worked out by hand: a cluster, a plan, and what comes of it.</summary>
internal sealed record Scenario
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(), new NumberAsText(), new SelectorAsText() },
    };

    public required string Name { get; init; }

    public IReadOnlyList<NodeSketch> Nodes { get; init; } = [new() { Name = "a" }, new() { Name = "b" }, new() { Name = "c" }];

    public IReadOnlyList<WorkloadSketch> Workloads { get; init; } = [];

    public IReadOnlyList<BudgetSketch> Budgets { get; init; } = [];

    public IReadOnlyList<JsonObject> Objects { get; init; } = [];

    public ScenarioPlan Plan { get; init; } = new();

    /// <value>Seconds that a volume takes to leave a node.</value>
    public double Detach { get; init; }

    public required ScenarioExpectation Expect { get; init; }

    public ClusterSketch Cluster => new() { Nodes = Nodes, Workloads = Workloads, Budgets = Budgets, Objects = Objects };

    /// <summary>The scenarios of a file.</summary>
    public static IEnumerable<Scenario> In(string file)
    {
        using var stream = typeof(Scenario).Assembly.GetManifestResourceStream($"Scenarios/{file}") ?? throw new FileNotFoundException(file);
        using var reader = new StreamReader(stream);
        return [.. YamlText.Documents(reader.ReadToEnd()).Select(document => document.Deserialize<Scenario>(Format)!)];
    }
}

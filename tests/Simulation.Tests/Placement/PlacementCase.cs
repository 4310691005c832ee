using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Tests.Scenarios;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Placement;

/// <summary>Where one pod goes, worked out by hand: nodes, what is on them, and the answer. The pod is one more of the application <c>a</c>.</summary>
internal sealed record PlacementCase
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(), new NumberAsText() },
    };

    public required string Name { get; init; }

    public required IReadOnlyList<PlacementNode> Nodes { get; init; }

    /// <summary>Applications by name; one that is not listed requests nothing.</summary>
    public IReadOnlyDictionary<string, PlacementApp> Apps { get; init; } = new Dictionary<string, PlacementApp>(StringComparer.Ordinal);

    public IReadOnlyList<BudgetSketch> Budgets { get; init; } = [];

    public IReadOnlyList<JsonObject> Objects { get; init; } = [];

    /// <summary>Applications with one more pod that waits, for which room is kept on a node.</summary>
    public IReadOnlyDictionary<string, string> Nominated { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The minor version of Kubernetes.</summary>
    public int Minor { get; init; } = 36;

    /// <summary>Whether the operator made one pod for each node the default.</summary>
    public bool DefaultHardSpread { get; init; }

    /// <summary>Kinds that the snapshot does not tell of.</summary>
    public ResourceKinds Unknown { get; init; }

    /// <summary>The nodes that will do, between spaces; empty when none will.</summary>
    public string? Fits { get; init; }

    /// <summary>The best of them.</summary>
    public string? Lands { get; init; }

    /// <summary>Why nodes will not do, by name.</summary>
    public IReadOnlyDictionary<string, RejectionReason> Rejected { get; init; } = new Dictionary<string, RejectionReason>(StringComparer.Ordinal);

    /// <summary>Nodes where taking pods away would not help.</summary>
    public string? Unresolvable { get; init; }

    /// <summary>The scores, by node.</summary>
    public IReadOnlyDictionary<string, long> Scores { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    public PlacementVerdict? Verdict { get; init; }

    /// <summary>The nodes on one of which pods give way; empty when none do.</summary>
    public string Preempts { get; init; } = "";

    public SchedulerSettings Settings => new()
    {
        KubernetesMinor = Minor,
        DefaultSpread = DefaultHardSpread
            ? DefaultSpread.List(new TopologySpreadConstraint { TopologyKey = "kubernetes.io/hostname", MaxSkew = 1, IsHard = true })
            : DefaultSpread.SystemDefault,
    };

    /// <summary>The cases of one of this folder's files.</summary>
    public static IReadOnlyList<PlacementCase> In(string file)
    {
        using var stream = typeof(PlacementCase).Assembly.GetManifestResourceStream($"Placement/{file}.yaml") ?? throw new FileNotFoundException(file);
        using var reader = new StreamReader(stream);
        return [.. YamlText.Documents(reader.ReadToEnd()).Select(document => document.Deserialize<PlacementCase>(Format)!)];
    }

    /// <summary>The cluster, in which the last pod of <c>a</c> waits.</summary>
    public ClusterSnapshot Read()
    {
        var places = Nodes.SelectMany(node => node.Holds.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Split(':', 2)).Select(word => (App: word[0], At: word.Length > 1 ? $"{node.Name}:{word[1]}" : node.Name)))
            .Concat(Nominated.Keys.Select(app => (App: app, At: "-")))
            .Append((App: "a", At: "-")).ToLookup(place => place.App, place => place.At);
        var fillers = Nodes.Where(node => node.Used is not null)
            .Select(node => new PlacementApp { Requests = node.Used! }.Sketch($"filler-{node.Name}", node.Name));
        return new ClusterSketch
        {
            Nodes = [.. Nodes.Select(node => node.Sketch())],
            Workloads = [.. places.Select(app => Apps.GetValueOrDefault(app.Key, new()).Sketch(app.Key, string.Join(' ', app))), .. fillers],
            Budgets = Budgets,
            Objects = Objects,
            Known = ResourceKinds.All & ~Unknown,
        }.Read();
    }
}

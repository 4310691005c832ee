using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Simulation.Tests.Placement;

/// <summary>Pods go where kube-scheduler would put them, in examples that were worked out by hand.</summary>
public sealed class PlacementTests
{
    private const int Draws = 20;

    private static readonly Lazy<IReadOnlyList<PlacementCase>> Cases = new(() => PlacementCase.In("placements"));

    public static TheoryData<string> Names => [.. Cases.Value.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_goes_where_worked_out(string name)
    {
        var example = Cases.Value.Single(each => each.Name == name);
        var snapshot = example.Read();
        var catalog = new PlacementCatalog(snapshot, example.Settings);
        var state = SchedulerState.WithPods(catalog);
        var shape = ShapeOf("a");
        foreach (var (app, node) in example.Nominated)
        {
            state.Nominate(ShapeOf(app), catalog.IndexOf(node));
        }

        var scores = state.Scores(shape);
        var rejected = state.Explain(shape).SelectMany(each => each.Nodes.Select(node => (Node: node, each.Rejection))).ToDictionary(pair => pair.Node, pair => pair.Rejection);
        Expect(example.Fits, scores.Select(score => state.NodeName(score.Node)));
        Expect(example.Unresolvable, rejected.Where(pair => !pair.Value.IsResolvable).Select(pair => pair.Key));
        Assert.All(example.Rejected, pair => Assert.Equal(pair.Value, rejected.GetValueOrDefault(pair.Key)?.Reason));
        Assert.All(example.Scores, pair => Assert.Equal(pair.Value, scores.Single(score => state.NodeName(score.Node) == pair.Key).Score));
        var places = Enumerable.Range(0, Draws).Select(seed => state.Place(shape, (ulong)seed)).ToArray();
        Expect(example.Lands, places.Where(place => place.Node >= 0).Select(place => state.NodeName(place.Node)).Distinct());
        Assert.True(example.Verdict is not { } verdict || Array.TrueForAll(places, place => place.Verdict == verdict), $"{places[0]}");

        PodShape ShapeOf(string app) => catalog.ShapeOf(snapshot.Pods.Last(pod => pod.NodeName is null && pod.Metadata.Labels.Find("app") == app));
    }

    private static void Expect(string? expected, IEnumerable<string> actual)
    {
        if (expected is not null)
        {
            Assert.Equal(expected, string.Join(' ', actual.Order(StringComparer.Ordinal)));
        }
    }
}

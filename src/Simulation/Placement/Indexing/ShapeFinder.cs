using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Finds the shapes that a selector means without comparing it with all of them.</summary>
internal sealed class ShapeFinder(IReadOnlyList<PodShape> shapes)
{
    private readonly ILookup<KeyValuePair<string, string>, PodShape> _byLabel =
        shapes.SelectMany(shape => shape.Labels.Select(label => (label, shape))).ToLookup(pair => pair.label, pair => pair.shape, PairComparer<string>.Instance);

    /// <summary>The shapes of these namespaces that the selector matches.</summary>
    public IEnumerable<PodShape> Matching(NamespaceScope namespaces, LabelSelector selector)
    {
        var candidates = selector.MatchLabels.Count == 0 ? shapes : selector.MatchLabels.Select(label => _byLabel[label]).MinBy(list => list.Count())!;
        return candidates.Where(shape => namespaces.Includes(shape.Namespace) && selector.Matches(shape.Labels));
    }
}

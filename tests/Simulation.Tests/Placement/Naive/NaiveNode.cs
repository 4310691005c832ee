using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Tests.Placement.Naive;

internal sealed class NaiveNode(Node node, string name, LabelSet labels)
{
    public Node Node => node;

    public string Name => name;

    public LabelSet Labels => labels;

    public bool Unschedulable { get; set; } = node.Unschedulable;

    public List<Taint> Taints { get; init; } = [.. node.Taints];

    public bool IsRemoved { get; set; }

    public ImmutableArray<KeyValuePair<string, int>> CsiLimits { get; init; } = [];

    public List<CsiVolume> Attached { get; init; } = [];

    public List<(PodShape Shape, bool Terminating)> Pods { get; init; } = [];

    public NaiveNode Copy() => new(node, name, labels)
    {
        Unschedulable = Unschedulable,
        Taints = [.. Taints],
        IsRemoved = IsRemoved,
        CsiLimits = CsiLimits,
        Attached = [.. Attached],
        Pods = [.. Pods],
    };

    public bool Matches(ImmutableArray<NodeRule> rules) => rules.All(rule => rule.Matches(name, labels));

    public long Sum(string resource) => Pods.Sum(pod => pod.Shape.Requests.Plain[resource]);
}

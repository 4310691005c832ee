using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Nodes that will not do for the same reason.</summary>
/// <param name="Nodes">Their names in order.</param>
/// <param name="Rejection">The reason.</param>
public sealed record RejectedNodes(ImmutableArray<string> Nodes, NodeRejection Rejection)
{
    /// <summary>The line as it stands in a report.</summary>
    public override string ToString() => $"{Counted.Of(Nodes.Length, "node")}: {Rejection.Text}";
}

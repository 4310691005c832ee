using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Nodes that are sized together and stand in for each other.</summary>
/// <param name="Name">The value of the group label, or <c>control plane</c> or <c>workers</c> for nodes without one.</param>
/// <param name="Nodes">Its nodes by name.</param>
internal sealed record NodeGroup(string Name, ImmutableArray<Node> Nodes);

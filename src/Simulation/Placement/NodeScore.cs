namespace RiskAnalyzer.Simulation.Placement;

/// <summary>The scheduler's sum of weighted scores of a node that will do.</summary>
/// <param name="Node">The node's index.</param>
/// <param name="Score">0 to 1200, as the weights of the plugins add up to 12 and each gives at most 100; only differences matter.</param>
public readonly record struct NodeScore(int Node, long Score);

using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>Changes to the nodes.</summary>
internal static class NodeChange
{
    /// <summary>Adds a node that resembles another.</summary>
    public static Candidate OneMoreLike(string node) => new()
    {
        Rule = "no-room-for-node-loss",
        Object = $"Node/{node}",
        Change = "node",
        Message = _ => "one more node like it before the run",
        Apply = scenario => scenario.Snapshot.FindNode(node) is { } like
            ? scenario with { Snapshot = scenario.Snapshot.WithNodeLike(like, $"{node}-more") }
            : null,
    };
}

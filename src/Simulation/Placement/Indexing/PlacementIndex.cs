using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>A catalog with everything numbered that placement compares, so that runs work with arrays. Nothing in it changes.</summary>
internal sealed class PlacementIndex
{
    /// <summary>The shapes worked out, by their position in the catalog.</summary>
    public required ShapePlan[] Plans { get; init; }

    /// <summary>What pods request.</summary>
    public required RequestClass[] Requests { get; init; }

    /// <summary>Resources by number.</summary>
    public required string[] Resources { get; init; }

    /// <summary>Lists of tolerations.</summary>
    public required ImmutableArray<Toleration>[] Tolerations { get; init; }

    public required TopologyKey[] Keys { get; init; }

    public required RuleIndex Rules { get; init; }

    /// <summary>Sets of nodes that take part in counts; number 0 are all nodes.</summary>
    public required NodeSet[] NodeSets { get; init; }

    /// <summary>Pairs of node set and topology key of which the domains are counted.</summary>
    public required (int Nodes, int Key)[] Tallies { get; init; }

    public required Counter[] Counters { get; init; }

    public required ImageIndex Images { get; init; }

    /// <summary>The scores of each list of images while all nodes of the snapshot are there; null where all are 0.</summary>
    public required byte[]?[] ImageScores { get; init; }

    public required VolumeIndex Volumes { get; init; }

    /// <summary>The plan of a shape.</summary>
    public ShapePlan PlanOf(PodShape shape) => Plans[shape.Id];
}

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>A shape worked out for fast placement: everything that is compared with nodes is a number.</summary>
internal sealed class ShapePlan
{
    /// <summary>What it requests, by number.</summary>
    public required int Requests { get; init; }

    /// <summary>What it tolerates, by number.</summary>
    public required int Tolerations { get; init; }

    /// <summary>Rules that a node must meet, of the pod and of its volumes, by number.</summary>
    public required int[] Rules { get; init; }

    /// <summary>Rules that a node had better meet, with their weights.</summary>
    public required Weight[] PreferredRules { get; init; }

    public required HardSpread[] HardSpread { get; init; }

    public required SoftSpread[] SoftSpread { get; init; }

    /// <summary>Counters of the pods that it must be near, one for each term.</summary>
    public required KeyedCounter[] Near { get; init; }

    /// <summary>Whether it meets its own required affinity, so that the first of its kind may go anywhere.</summary>
    public required bool IsNearItself { get; init; }

    /// <summary>Counters of the pods that it keeps away from, one for each term.</summary>
    public required KeyedCounter[] Avoided { get; init; }

    /// <summary>Counters of claims that no other pod may be using.</summary>
    public required int[] Claims { get; init; }

    /// <summary>Volumes that count against limits, by driver.</summary>
    public required DriverVolumes[] Volumes { get; init; }

    /// <summary>The list of images, by number; -1 when it scores nothing anywhere.</summary>
    public required int Images { get; init; }

    /// <summary>Whether its host ports, disks or volumes must be compared with the pods of each node.</summary>
    public required bool LooksAtPods { get; init; }

    /// <summary>Counters of the pods that keep away from it.</summary>
    public KeyedCounter[] Repelled { get; set; } = [];

    /// <summary>Counters whose sums attract it or, where negative, put it off, by key.</summary>
    public Pull[] Pulls { get; set; } = [];

    /// <summary>Counters of which a pod in a domain rejects it, those of <see cref="Avoided"/> and <see cref="Repelled"/>, by key.</summary>
    public Apart[] Apart { get; set; } = [];

    /// <summary>What a pod of this shape adds to counters.</summary>
    public Weight[] Counted { get; set; } = [];
}

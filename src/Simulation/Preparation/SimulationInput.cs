using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Simulation.Preparation;

/// <summary>Everything about a snapshot that all seeds share. Nothing in it changes.</summary>
internal sealed class SimulationInput
{
    /// <summary>The snapshot.</summary>
    public required ClusterSnapshot Snapshot { get; init; }

    /// <summary>What the scheduler knows.</summary>
    public required PlacementCatalog Placement { get; init; }

    /// <summary>All pods of the snapshot, by namespace and name; those that have finished, too.</summary>
    public required InitialPod[] Pods { get; init; }

    /// <summary>Direct controllers.</summary>
    public required ControllerInfo[] Controllers { get; init; }

    /// <summary>Budgets by namespace and name.</summary>
    public required BudgetInfo[] Budgets { get; init; }

    /// <summary>Topmost workloads.</summary>
    public required ObjectReference[] Workloads { get; init; }

    /// <summary>All classes, by number.</summary>
    public required IReadOnlyList<PodClass> Classes { get; init; }
}

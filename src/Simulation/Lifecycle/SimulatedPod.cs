using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>A pod in one run.</summary>
internal sealed class SimulatedPod(int id, PodClass @class, Pod? original, PodShape shape, int ordinal)
{
    public int Id { get; } = id;

    public PodClass Class { get; } = @class;

    /// <summary>The pod of the snapshot; null for a replacement.</summary>
    public Pod? Original { get; } = original;

    public PodShape Shape { get; } = shape;

    /// <summary>The ordinal in a StatefulSet; -1 for others.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>The node by number; -1 before it is bound.</summary>
    public int Node { get; set; } = -1;

    public PodStage Stage { get; set; }

    /// <summary>When its deletion began.</summary>
    public TimeSpan DeletedAt { get; set; }

    /// <summary>When its object disappeared.</summary>
    public TimeSpan GoneAt { get; set; }

    /// <summary>Whether its containers have ended after its deletion began; its object may still be there.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Whether its object will never disappear by itself.</summary>
    public bool IsStuck { get; set; }

    /// <summary>Whether its end takes the whole grace period.</summary>
    public bool UsesWholeGrace { get; set; }

    /// <summary>The node that preemption makes room on for it; -1 when there is none.</summary>
    public int Nominated { get; set; } = -1;

    /// <summary>When it was bound in this run; zero for pods that were there before.</summary>
    public TimeSpan BoundAt { get; set; }

    /// <summary>The order in which it entered the scheduler's queue.</summary>
    public long QueuedAs { get; set; }

    /// <summary>When the scheduler first found no node for it; null when it found one at once, and for pods that waited before the run.</summary>
    public TimeSpan? UnplacedSince { get; set; }

    /// <summary>The name as <c>namespace/name</c>; a replacement is named after its controller.</summary>
    public string NameIn(SimulationInput input) => PodName.Of(input, Original, Class, Ordinal);

    /// <summary>Whether the scheduler counts it on its node: from its binding until its containers have ended.</summary>
    public bool TakesRoom => Node >= 0 && !HasEnded && Stage is not (PodStage.Finished or PodStage.Gone) && Original is not { IsFinished: true };

    /// <summary>Whether a controller counts it.</summary>
    public bool IsActive => Stage is not (PodStage.Terminating or PodStage.Gone or PodStage.Finished);
}

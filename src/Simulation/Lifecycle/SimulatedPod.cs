using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>A pod in one run. There are as many as the cluster has pods, in every run, so that it holds what all of them need and no more.</summary>
internal sealed class SimulatedPod(int id, PodClass @class, InitialPod? initial, int ordinal)
{
    public int Id { get; } = id;

    public PodClass Class { get; } = @class;

    /// <summary>The pod of the snapshot; null for a replacement.</summary>
    public Pod? Original => initial?.Pod;

    public PodShape Shape => initial?.Shape ?? Class.Replacement;

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

    /// <summary>Whether its controller has counted it and not yet taken it out of the count.</summary>
    public bool IsCounted { get; set; }

    /// <summary>Whether it has been Ready for its controller's minReadySeconds, where the controller asks.</summary>
    public bool IsAvailable { get; set; }

    /// <summary>When it was bound in this run; zero for pods that were there before.</summary>
    public TimeSpan BoundAt { get; set; }

    /// <summary>The name as <c>namespace/name</c>; a replacement is named after its controller.</summary>
    public string NameIn(SimulationInput input) => PodName.Of(input, Original, Class, Ordinal);

    /// <summary>Whether the scheduler counts it on its node: from its binding until its containers have ended.</summary>
    public bool TakesRoom => Node >= 0 && !HasEnded && Stage is not (PodStage.Finished or PodStage.Gone) && initial is not { Pod.IsFinished: true };

    /// <summary>Whether it is there to stay as far as its object says: neither ended nor being deleted.</summary>
    public bool IsActive => Stage is not (PodStage.Terminating or PodStage.Gone or PodStage.Finished);
}

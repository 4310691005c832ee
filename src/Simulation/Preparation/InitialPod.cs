using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Simulation.Preparation;

/// <summary>A pod of the snapshot, as every run begins with it.</summary>
/// <param name="Pod">The pod.</param>
/// <param name="Class">Its class.</param>
/// <param name="Shape">What the scheduler sees of it where it is.</param>
/// <param name="Node">Its node by number; -1 when it is not bound.</param>
/// <param name="Ordinal">Its ordinal in a StatefulSet; -1 for others.</param>
internal sealed record InitialPod(Pod Pod, PodClass Class, PodShape Shape, int Node, int Ordinal);

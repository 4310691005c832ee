using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>A pod that left late in one run. Of most runs nobody reads it, so it is put into words only when asked for.</summary>
/// <param name="Original">The pod of the snapshot; null for a replacement.</param>
/// <param name="Class">Its class.</param>
/// <param name="Ordinal">Its ordinal in a StatefulSet; -1 for others.</param>
/// <param name="Seconds">From the start of the node's drain until it was gone.</param>
/// <param name="Because">What took the time.</param>
internal readonly record struct LateLeaver(Pod? Original, PodClass Class, int Ordinal, double Seconds, string Because)
{
    public SlowPod In(SimulationInput input) => new(PodName.Of(input, Original, Class, Ordinal), Seconds, Because);
}

using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>Names pods of a run, those too that do not exist yet.</summary>
internal static class PodName
{
    /// <summary>The name as <c>namespace/name</c>; a replacement is named after its controller.</summary>
    /// <param name="input">What the run is of.</param>
    /// <param name="original">The pod of the snapshot; null for a replacement.</param>
    /// <param name="class">Its class.</param>
    /// <param name="ordinal">Its ordinal in a StatefulSet; -1 for others.</param>
    public static string Of(SimulationInput input, Pod? original, PodClass @class, int ordinal)
    {
        var name = original?.Metadata.Name
            ?? (@class.Controller < 0 ? "pod" : input.Controllers[@class.Controller].Reference.Name) + (ordinal >= 0 ? $"-{ordinal}" : "-(replacement)");
        return $"{@class.Namespace}/{name}";
    }
}

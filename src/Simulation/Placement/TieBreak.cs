using RiskAnalyzer.Simulation.Kernel;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Draws lots that depend only on what they are drawn for, never on the order in which they are drawn.</summary>
internal static class TieBreak
{
    /// <summary>A number for a name, the same in every run.</summary>
    public static ulong HashOf(string name) => Mix(SeededRandom.Fold(0, name));

    /// <summary>The lot of a node under a seed; the highest wins.</summary>
    public static ulong Lot(ulong seed, ulong nodeHash) => Mix(seed ^ nodeHash);

    private static ulong Mix(ulong value) => SeededRandom.Mix(value + SeededRandom.Step);
}

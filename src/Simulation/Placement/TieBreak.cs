namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Draws lots that depend only on what they are drawn for, never on the order in which they are drawn.</summary>
/// <remarks>The mixing steps are those of SplitMix64: https://prng.di.unimi.it/splitmix64.c</remarks>
internal static class TieBreak
{
    /// <summary>A number for a name, the same in every run.</summary>
    public static ulong HashOf(string name)
    {
        // FNV-1a over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/
        var hash = 14695981039346656037UL;
        foreach (var c in name)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return Mix(hash);
    }

    /// <summary>The lot of a node under a seed; the highest wins.</summary>
    public static ulong Lot(ulong seed, ulong nodeHash) => Mix(seed ^ nodeHash);

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}

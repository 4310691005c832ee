namespace RiskAnalyzer.Simulation.Kernel;

/// <summary>A generator of our own (SplitMix64), so that a seed means the same on every machine and in every version.</summary>
/// <remarks>Source of the constants: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
internal sealed class SeededRandom(ulong seed)
{
    /// <summary>What a generator's state grows by.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        _state += Step;
        return Mix(_state);
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A duration between two bounds.</summary>
    public TimeSpan Between(TimeSpan low, TimeSpan high) => low + ((high - low) * NextDouble());

    /// <summary>Spreads the bits of a number; equal numbers give equal results.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>A number from 0 up to 1 that depends on a seed and a text only.</summary>
    public static double Hash(ulong seed, string text) => (Mix(Fold(seed, text)) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Folds a text into a seed (FNV-1a over UTF-16 units); the bits still have to be mixed.</summary>
    /// <remarks>Source of the constants: http://www.isthe.com/chongo/tech/comp/fnv/</remarks>
    public static ulong Fold(ulong seed, string text)
    {
        var hash = seed ^ 0xCBF29CE484222325;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 0x100000001B3;
        }

        return hash;
    }
}

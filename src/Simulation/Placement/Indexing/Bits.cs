namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Sets of nodes as bits, 64 to a word, so that a word is a block of nodes.</summary>
internal static class Bits
{
    /// <summary>Nodes in a block.</summary>
    public const int PerWord = 64;

    /// <summary>The words that hold so many bits.</summary>
    public static int Words(int count) => (count + PerWord - 1) / PerWord;

    /// <summary>Whether a bit is set.</summary>
    public static bool Has(ulong[] words, int bit) => ((words[bit / PerWord] >> (bit % PerWord)) & 1) != 0;

    /// <summary>Sets or clears a bit, in a larger array when it lies beyond the end.</summary>
    public static void Put(ref ulong[] words, int bit, bool value)
    {
        if (bit / PerWord >= words.Length)
        {
            Array.Resize(ref words, Math.Max((bit / PerWord) + 1, words.Length * 2));
        }

        var mask = 1UL << (bit % PerWord);
        words[bit / PerWord] = value ? words[bit / PerWord] | mask : words[bit / PerWord] & ~mask;
    }
}

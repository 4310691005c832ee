namespace RiskAnalyzer.Scanner.Commands;

/// <summary>Shares independent work out to the processors.</summary>
internal static class InParallel
{
    // Unbidden, more threads would be started than there are processors, and each simulation has memory of its own.
    private static readonly ParallelOptions OnePerProcessor = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>Calls an action for each number below a count, in any order.</summary>
    public static void ForEach(int count, Action<int> action) => Parallel.For(0, count, OnePerProcessor, action);
}

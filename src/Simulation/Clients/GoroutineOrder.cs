using RiskAnalyzer.Simulation.Kernel;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>In which order a client's goroutines, one for each pod, come to its rate limiter. It decides which pods of a crowded node are
/// evicted seconds before others.</summary>
/// <remarks>Go runs the goroutine that was started last first, and then the others as they were started; a processor that is idle takes half of
/// those that wait and runs them beside the rest (golang/go:src/runtime/proc.go, runqput and runqsteal). Of twelve recorded drains of more than
/// ten pods that happened in four.</remarks>
internal static class GoroutineOrder
{
    private const double ShareOfTwoProcessors = 1.0 / 3;

    /// <summary>Orders what was started in this order.</summary>
    public static T[] Of<T>(T[] started, SeededRandom random)
    {
        if (started.Length < 2)
        {
            return started;
        }

        T[] waiting = [started[^1], .. started[..^1]];
        return random.NextDouble() < ShareOfTwoProcessors ? SideBySide(waiting, random) : waiting;
    }

    // The half that is taken lies behind the first.
    private static T[] SideBySide<T>(T[] waiting, SeededRandom random)
    {
        var half = waiting.Length / 2;
        var (taken, kept) = (new Queue<T>(waiting[1..(half + 1)]), new Queue<T>([waiting[0], .. waiting[(half + 1)..]]));
        var order = new List<T>(waiting.Length);
        while (taken.Count > 0 && kept.Count > 0)
        {
            order.Add((random.NextDouble() < 0.5 ? taken : kept).Dequeue());
        }

        return [.. order, .. taken, .. kept];
    }
}

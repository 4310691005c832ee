namespace RiskAnalyzer.Benchmarks.Drains;

/// <summary>The most live memory that an action holds, seen by collecting garbage now and then while it runs.</summary>
internal static class MemoryPeak
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>Runs an action.</summary>
    /// <returns>Bytes of the whole heap.</returns>
    public static long During(Action action)
    {
        var peak = 0L;
        using var done = new ManualResetEventSlim();
        var watcher = new Thread(() =>
        {
            while (!done.Wait(Pause))
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        });
        watcher.Start();
        action();
        done.Set();
        watcher.Join();
        return peak;
    }
}

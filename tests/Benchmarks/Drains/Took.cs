using System.Diagnostics;

namespace RiskAnalyzer.Benchmarks.Drains;

/// <summary>How long something took, in seconds.</summary>
/// <param name="Processor">Processor time of the whole process.</param>
/// <param name="Clock">Time by the clock.</param>
internal readonly record struct Took(double Processor, double Clock)
{
    /// <summary>Measures an action.</summary>
    public static Took By(Action action)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (processor, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        action();
        process.Refresh();
        return new((process.TotalProcessorTime - processor).TotalSeconds, clock.Elapsed.TotalSeconds);
    }
}

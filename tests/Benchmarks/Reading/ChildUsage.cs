using System.ComponentModel;
using System.Runtime.InteropServices;

namespace RiskAnalyzer.Benchmarks.Reading;

/// <summary>What the programs took that this process started and that ended, as Linux counts it.</summary>
/// <remarks>Source: https://man7.org/linux/man-pages/man2/getrusage.2.html</remarks>
internal static class ChildUsage
{
    private const int Children = -1;
    private const double Micro = 1e-6;
    private const int Kibi = 1024;

    /// <summary>The processor time of all of them, and the memory of the one that had most.</summary>
    /// <param name="elapsed">The time by the clock that they took.</param>
    public static Measurement Measure(TimeSpan elapsed)
    {
        var usage = new long[18];
        return getrusage(Children, usage) == 0
            ? new(elapsed.TotalSeconds, usage[0] + usage[2] + ((usage[1] + usage[3]) * Micro), usage[4] * Kibi)
            : throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    // User time, system time, each in seconds and millionths; then the peak, and what is of no interest here.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getrusage(int who, [Out] long[] usage);
}

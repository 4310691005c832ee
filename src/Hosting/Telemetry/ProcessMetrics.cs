using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>The metrics that Prometheus knows of every process, under the names that its own clients use.</summary>
/// <remarks>Source: https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics</remarks>
public static class ProcessMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "RiskAnalyzer.Process";

    private const string OpenFiles = "/proc/self/fd";

    /// <summary>Creates the instruments.</summary>
    /// <returns>The meter; disposing it ends the measuring.</returns>
    public static Meter Create()
    {
        var meter = new Meter(MeterName);
        _ = meter.CreateObservableCounter("process.cpu", () => Now(process => process.TotalProcessorTime.TotalSeconds), "s",
            "Processor time that the process has used, of user and system together.");
        _ = meter.CreateObservableGauge("process.resident_memory", () => Now(process => process.WorkingSet64), "By", "Memory of the process that is in use.");
        _ = meter.CreateObservableGauge("process.virtual_memory", () => Now(process => process.VirtualMemorySize64), "By", "Addresses that the process has reserved.");
        _ = meter.CreateObservableGauge("process.threads", () => Now(process => process.Threads.Count), null, "Threads of the process.");
        if (Directory.Exists(OpenFiles))
        {
            _ = meter.CreateObservableGauge("process.open_fds", () => Directory.EnumerateFileSystemEntries(OpenFiles).Count(), null, "Files and sockets that are open.");
        }

        var started = Now(process => new DateTimeOffset(process.StartTime).ToUnixTimeMilliseconds() / 1000.0);
        _ = meter.CreateObservableGauge("process.start_time", () => started, "s", "When the process started, in seconds since 1970.");
        return meter;
    }

    private static T Now<T>(Func<Process, T> measure)
    {
        using var process = Process.GetCurrentProcess();
        return measure(process);
    }
}

using System.Diagnostics;

namespace RiskAnalyzer.Benchmarks.Admission;

/// <summary>Runs a benchmark again in a process with the runtime settings of the webhook, as garbage collection is most of what they decide.</summary>
internal static class ShippedRuntime
{
    private const string Program = "riskanalyzer-webhook";

    /// <summary>Runs this program with these arguments; its exit code.</summary>
    public static int Run(params ReadOnlySpan<string> arguments)
    {
        var folder = AppContext.BaseDirectory;
        var self = typeof(ShippedRuntime).Assembly.GetName().Name;
        using var process = Process.Start("dotnet",
        [
            "exec", "--runtimeconfig", Path.Join(folder, $"{Program}.runtimeconfig.json"), "--depsfile", Path.Join(folder, $"{self}.deps.json"),
            Path.Join(folder, $"{self}.dll"), .. arguments,
        ]);
        process.WaitForExit();
        return process.ExitCode;
    }
}

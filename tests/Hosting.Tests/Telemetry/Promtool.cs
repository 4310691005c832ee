using System.ComponentModel;
using System.Diagnostics;

namespace RiskAnalyzer.Hosting.Tests.Telemetry;

/// <summary>Asks Prometheus' own checker, where it is installed.</summary>
internal static class Promtool
{
    /// <summary>What <c>promtool check metrics</c> complains about; empty when it is content. Skips the test where there is no promtool.</summary>
    public static async Task<string> ComplaintsAsync(string page)
    {
        using var process = Start() ?? throw new InvalidOperationException("promtool did not start");
        await process.StandardInput.WriteAsync(page);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? "" : $"exit code {process.ExitCode}: {output}{await errors}";
    }

    private static Process? Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("promtool", ["check", "metrics"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            });
        }
        catch (Win32Exception)
        {
            Assert.Skip("promtool is not installed; Debian has it in the package prometheus");
            return null;
        }
    }
}

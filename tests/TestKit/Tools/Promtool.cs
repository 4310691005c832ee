using System.ComponentModel;
using System.Diagnostics;

namespace RiskAnalyzer.TestKit.Tools;

/// <summary>Prometheus' own checker, where it is installed.</summary>
public static class Promtool
{
    /// <summary>Why a test that needs it is skipped.</summary>
    public const string Missing = "promtool is not installed; Debian has it in the package prometheus";

    /// <summary>What <c>promtool check metrics</c> says against a page; empty when it is content, null when it is not installed.</summary>
    public static async Task<string?> ComplaintsAsync(string page, CancellationToken cancellationToken)
    {
        using var process = Start();
        if (process is null)
        {
            return null;
        }

        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(page.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        var said = await output + await errors;
        return process.ExitCode == 0 ? "" : $"exit code {process.ExitCode}: {said}";
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
            return null;
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;

namespace RiskAnalyzer.Repository.Tests.Deployment;

/// <summary>Runs kubectl, where it is installed.</summary>
internal static class Kubectl
{
    /// <summary>Runs it; skips the test where there is none.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments) ?? throw new InvalidOperationException("kubectl did not start");
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await error);
    }

    private static Process? Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("kubectl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
        }
        catch (Win32Exception)
        {
            Assert.Skip("kubectl is not installed; the files are looked at one by one by other tests");
            return null;
        }
    }
}

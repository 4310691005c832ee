using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace RiskAnalyzer.Kubernetes.Configuration.Credentials;

/// <summary>Runs a credential plugin. Its errors go to the user, its answer to us.</summary>
/// <remarks>Source: kubernetes/client-go:plugin/pkg/client/auth/exec/exec.go.</remarks>
internal static class ExecRun
{
    private const int MostBytes = 1 << 20;

    // A person may have to log in with a browser; nobody takes longer than this, and a pod would wait for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Runs it and returns what it wrote.</summary>
    /// <exception cref="ConfigurationException">It is missing, fails, or does not end.</exception>
    public static async Task<byte[]> RunAsync(ExecPlugin plugin, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Longest);
        using var process = Start(plugin);
        try
        {
            if (!plugin.IsInteractive)
            {
                process.StandardInput.Close();
            }

            var output = await ReadAsync(process.StandardOutput.BaseStream, deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return process.ExitCode == 0 && output.Length <= MostBytes ? output
                : throw Failed(plugin, process.ExitCode != 0 ? $"failed with exit code {process.ExitCode}; it may have said why above" : $"wrote more than {MostBytes >> 20} MiB");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(plugin, $"did not end within {Longest.TotalMinutes:0} minutes");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(ExecPlugin plugin)
    {
        var start = new ProcessStartInfo(plugin.Command, plugin.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = !plugin.IsInteractive,
        };
        foreach (var (name, value) in plugin.Variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["KUBERNETES_EXEC_INFO"] = Information(plugin).ToJsonString();
        try
        {
            return Process.Start(start) ?? throw Failed(plugin, "could not be started");
        }
        catch (Win32Exception error)
        {
            var hint = plugin.InstallHint is { } text ? $"\n{text.Trim()}" : "; install it, or name it by its path";
            throw new ConfigurationException([.. $"{plugin.Place}: the credential plugin {plugin.Command} could not be started ({error.Message}){hint}".Split('\n')], error);
        }
    }

    private static JsonObject Information(ExecPlugin plugin)
    {
        var spec = new JsonObject { ["interactive"] = plugin.IsInteractive };
        if (plugin.Cluster is { } cluster)
        {
            spec["cluster"] = cluster.DeepClone();
        }

        return new() { ["apiVersion"] = plugin.ApiVersion, ["kind"] = "ExecCredential", ["spec"] = spec };
    }

    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (all.Length <= MostBytes && await output.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private static ConfigurationException Failed(ExecPlugin plugin, string how) => new($"{plugin.Place}: the credential plugin {plugin.Command} {how}");
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RiskAnalyzer.Webhook.Configuration;

namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>The command <c>bootstrap-certificate</c>: connects as the pod's own account and puts the certificate in place.</summary>
internal static class BootstrapCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "bootstrap-certificate";

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Func<string, string?> variable, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var reading = new OptionsReader<BootstrapOptions>(BootstrapSettings.Table, new BootstrapOptionsValidator()).Read(arguments, variable);
        if (reading.Mistakes.Count > 0)
        {
            return ProgramExit.Because(error, reading.Mistakes, ProgramExit.Usage);
        }

        try
        {
            var options = Complete(reading.Options, variable);
            using var api = Connect(options);
            await new CertificateBootstrap(api, options, TimeProvider.System, output).RunAsync(cancellationToken);
            return ProgramExit.Fine;
        }
        catch (Exception failure) when (failure is BootstrapException or IOException or UnauthorizedAccessException or CryptographicException)
        {
            return ProgramExit.Because(error, [failure.Message], ProgramExit.Failed);
        }
        catch (HttpRequestException failure)
        {
            return ProgramExit.Because(error, [$"the API server cannot be reached: {(failure.InnerException ?? failure).Message}"], ProgramExit.Failed);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ProgramExit.Because(error, ["the API server does not answer"], ProgramExit.Failed);
        }
    }

    private static BootstrapOptions Complete(BootstrapOptions options, Func<string, string?> variable) => options with
    {
        Namespace = options.Namespace.Length > 0 ? options.Namespace : ReadAccount(options, "namespace"),
        Server = options.Server.Length > 0 ? options.Server
            : (variable("KUBERNETES_SERVICE_HOST"), variable("KUBERNETES_SERVICE_PORT")) is ({ Length: > 0 } host, { Length: > 0 } port)
                ? $"https://{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}:{port}"
                : throw new BootstrapException("this is no pod (KUBERNETES_SERVICE_HOST is not set); name the API server with --server"),
    };

    private static InstallationApi Connect(BootstrapOptions options)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(ReadAccount(options, "ca.crt"));
        return new(new Uri(options.Server), authorities, ReadAccount(options, "token"));
    }

    private static string ReadAccount(BootstrapOptions options, string file) => File.ReadAllText(Path.Combine(options.ServiceAccountFolder, file)).Trim();
}

using RiskAnalyzer.Hosting.Telemetry;
using RiskAnalyzer.Kubernetes.Api.Http;
using RiskAnalyzer.Kubernetes.Configuration;
using RiskAnalyzer.Webhook.Bootstrap;
using RiskAnalyzer.Webhook.Configuration;
using RiskAnalyzer.Webhook.Serving;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook;

/// <summary>The command line: answers reviews until it is ended, or puts the certificate in place.</summary>
internal static class WebhookProgram
{
    private const string SettingsFile = "appsettings.json";

    /// <summary>Runs the program.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <param name="output">Takes what was asked for.</param>
    /// <param name="error">Takes why it could not be done.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(
        string[] arguments, Func<string, string?> variable, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        switch (arguments)
        {
            case ["--version"]:
                output.WriteLine(BuildInfo.Version);
                return Task.FromResult(ProgramExit.Fine);
            case ["--help" or "-h" or "help"]:
                output.Write(HelpText.Write());
                return Task.FromResult(ProgramExit.Fine);
            case [BootstrapCommand.Name, "--help" or "-h" or "help"]:
                output.Write(HelpText.OfBootstrap());
                return Task.FromResult(ProgramExit.Fine);
            case [BootstrapCommand.Name, .. var rest]:
                return BootstrapCommand.RunAsync(rest, variable, output, error, cancellationToken);
            case [var word, ..] when !word.StartsWith('-'):
                return Task.FromResult(ProgramExit.Because(
                    error, [$"there is no command '{word}'; without a command reviews are answered, and there is {BootstrapCommand.Name}"], ProgramExit.Usage));
            default:
                return ServeAsync(arguments, variable, error, cancellationToken);
        }
    }

    private static async Task<int> ServeAsync(
        string[] arguments, Func<string, string?> variable, TextWriter error, CancellationToken cancellationToken)
    {
        var reading = new OptionsReader<WebhookOptions>(WebhookSettings.Table, new WebhookOptionsValidator()).Read(arguments, variable, SettingsFile);
        if (reading.Mistakes.Count > 0)
        {
            return ProgramExit.Because(error, reading.Mistakes, ProgramExit.Usage);
        }

        var options = reading.Options;
        using var api = ConnectionTo(options, variable, out var problems);
        if (api is null)
        {
            return ProgramExit.Because(error, problems, ProgramExit.Usage);
        }

        await using var app = WebhookServer.Build(options, TimeProvider.System, OtlpEnvironment.NamesCollector(variable), api);
        if (app.Services.GetRequiredService<ServingPolicy>().Problem is { Length: > 0 } mistakes)
        {
            return ProgramExit.Because(error, mistakes.Split('\n'), ProgramExit.Usage);
        }

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException failure)
        {
            return ProgramExit.Because(error, [$"cannot listen: {failure.Message}"], ProgramExit.Failed);
        }

        Log.Serving(app.Logger, BuildInfo.Version, BuildInfo.Revision, options.AdmissionPort, options.MetricsPort);
        await app.WaitForShutdownAsync(cancellationToken);
        return ProgramExit.Fine;
    }

    // Only the configuration is looked at. A server that cannot be reached is tried again for as long as the program runs.
    private static HttpKubernetesApi? ConnectionTo(WebhookOptions options, Func<string, string?> variable, out IReadOnlyList<string> problems)
    {
        try
        {
            var connection = new ConnectionOptions
            {
                Kubeconfig = options.Kubeconfig.Length == 0 ? null : options.Kubeconfig,
                Context = options.Context.Length == 0 ? null : options.Context,
                UserAgent = $"riskanalyzer-webhook/{BuildInfo.Version}",
            };
            problems = [];
            return new(EndpointResolver.Resolve(connection, Surroundings.OfProcess() with { Variable = variable }), TimeProvider.System);
        }
        catch (ConfigurationException wrong)
        {
            problems = wrong.Lines;
            return null;
        }
    }
}

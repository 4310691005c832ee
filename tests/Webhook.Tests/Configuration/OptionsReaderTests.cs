using RiskAnalyzer.Webhook.Configuration;

namespace RiskAnalyzer.Webhook.Tests.Configuration;

/// <summary>Options come from file, environment and flags, and all mistakes are found at once.</summary>
public sealed class OptionsReaderTests
{
    [Fact]
    public void Flags_count_before_the_environment_and_that_before_the_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("appsettings.json", """{ "riskanalyzer": { "admission-port": 1, "metrics-port": 2, "drain-seconds": "3" } }""");
        var reading = Read(["--admission-port", "11"], new() { ["RISKANALYZER_ADMISSION_PORT"] = "21", ["RISKANALYZER_METRICS_PORT"] = "22" }, file);
        Assert.Empty(reading.Mistakes);
        Assert.Equal((11, 22, 3), (reading.Options.AdmissionPort, reading.Options.MetricsPort, reading.Options.DrainSeconds));
    }

    [Fact]
    public void All_mistakes_are_reported_with_where_they_were_written()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("appsettings.json", """{ "riskanalyzer": { "admission-prot": 8443 } }""");
        var reading = Read(
            ["--drain-seconds=0", "--log-level", "loud", "--listen-address=nowhere", "serve", "--key-file"],
            new() { ["RISKANALYZER_RELOAD_SECONDS"] = "often", ["RISKANALYZER_METRICS_PORT"] = "8443" },
            file);
        Assert.Equal(
            [
                $"{file}: admission-prot: there is no such setting (did you mean 'admission-port'?)",
                "'serve' is not understood; settings are written --name value",
                "--key-file: a value is missing",
                "RISKANALYZER_RELOAD_SECONDS: 'often' is not understood; it takes 1 to 3600 seconds",
                "--log-level: 'loud' is not understood; it takes Trace, Debug, Information, Warning, Error, Critical, None",
                "--drain-seconds: 0 is out of range; it takes 1 to 600 seconds",
                "--listen-address: 'nowhere' is no IP address; * listens on all",
                "RISKANALYZER_METRICS_PORT: 8443 is the admission port as well; each needs a port of its own",
            ],
            reading.Mistakes);
    }

    [Fact]
    public void A_broken_settings_file_is_one_more_mistake()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("appsettings.json", "{");
        var reading = Read(["--metrics-port=-1"], [], file);
        Assert.Equal(2, reading.Mistakes.Count);
        Assert.StartsWith($"{file}: cannot be read: ", reading.Mistakes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_that_Kubernetes_sets_for_a_Service_are_no_mistake() =>
        Assert.Empty(Read([], new() { ["RISKANALYZER_WEBHOOK_SERVICE_HOST"] = "10.0.0.1" }, "missing.json").Mistakes);

    [Fact]
    public void The_defaults_are_good() => Assert.Empty(Read([], [], "missing.json").Mistakes);

    private static OptionsReading<WebhookOptions> Read(string[] arguments, Dictionary<string, string> variables, string file) =>
        new OptionsReader<WebhookOptions>(WebhookSettings.Table, new WebhookOptionsValidator()).Read(arguments, name => variables.GetValueOrDefault(name), file);
}

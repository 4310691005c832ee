namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>Tells from the standard variables of OpenTelemetry whether anything is to be sent.</summary>
public static class OtlpEnvironment
{
    // Without an address the exporter would try a collector on this machine for ever.
    private static readonly string[] Addresses =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>Whether a variable names a collector.</summary>
    /// <param name="variable">Gives the value of an environment variable.</param>
    public static bool NamesCollector(Func<string, string?> variable) => Addresses.Any(name => !string.IsNullOrWhiteSpace(variable(name)));
}

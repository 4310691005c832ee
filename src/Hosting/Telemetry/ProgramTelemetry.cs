using System.Diagnostics.Metrics;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>
/// Reads the instruments of a program through the OpenTelemetry SDK: written as a page for Prometheus, and sent by OTLP where a collector
/// is named. Ends last, so that what was measured during the shutdown is sent as well.
/// </summary>
public sealed class ProgramTelemetry : IDisposable
{
    private readonly FamilyExporter _families = new();
    private readonly BaseExportingMetricReader _reader;
    private readonly OpenTelemetrySdk _sdk;
    private readonly Lock _collecting = new();

    private ProgramTelemetry(TelemetrySettings settings)
    {
        _reader = new(_families);
        _sdk = OpenTelemetrySdk.Create(builder => Configure(builder, settings));
    }

    /// <summary>Begins to measure.</summary>
    public static ProgramTelemetry Start(TelemetrySettings settings) => new(settings);

    /// <summary>The page for Prometheus, collected now.</summary>
    public byte[] Page(PrometheusFormat format) => Encoding.UTF8.GetBytes(PrometheusText.Write(Families(), format));

    /// <summary>All metrics as they are now.</summary>
    public IReadOnlyList<MetricFamily> Families()
    {
        lock (_collecting)
        {
            return _families.Collect?.Invoke(Timeout.Infinite) == true ? _families.Families : [];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _sdk.Dispose();

    private void Configure(IOpenTelemetryBuilder builder, TelemetrySettings settings)
    {
        _ = builder
            .ConfigureResource(resource => resource.AddService(settings.ServiceName, serviceVersion: settings.ServiceVersion).AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics
                .AddMeter(NamesOf(settings))
                .AddView(instrument => IsWanted(instrument, settings) ? null : MetricStreamConfiguration.Drop)
                .AddReader(_reader));
        if (settings.SendsOtlp)
        {
            _ = builder.WithTracing(tracing => tracing.AddSource([.. settings.Sources])).UseOtlpExporter();
        }
    }

    private static string[] NamesOf(TelemetrySettings settings) =>
        [.. settings.Meters.Select(meter => meter.Name).Concat(settings.Instruments.Select(known => known.Meter)).Distinct(StringComparer.Ordinal)];

    private static bool IsWanted(Instrument instrument, TelemetrySettings settings) =>
        settings.Meters.Contains(instrument.Meter) || settings.Instruments.Contains((instrument.Meter.Name, instrument.Name));
}

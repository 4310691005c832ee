using System.Diagnostics.Metrics;

namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>What a program measures and how it calls itself.</summary>
public sealed record TelemetrySettings
{
    /// <summary>The program, as traces and metrics name it unless <c>OTEL_SERVICE_NAME</c> says otherwise.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The program's version.</summary>
    public required string ServiceVersion { get; init; }

    /// <summary>The program's own meters, of which every instrument is read. Others of the same name are not.</summary>
    public IReadOnlyList<Meter> Meters { get; init; } = [];

    /// <summary>Instruments of other meters, each named in full; the rest of those meters is left out.</summary>
    public IReadOnlyList<(string Meter, string Instrument)> Instruments { get; init; } = [];

    /// <summary>Sources of activities that are traced.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether traces and metrics are sent by OTLP. Where to and how is in the standard variables.</summary>
    public bool SendsOtlp { get; init; }
}

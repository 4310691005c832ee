using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>Takes what the SDK has collected, and keeps it as families.</summary>
[ExportModes(ExportModes.Pull)]
internal sealed class FamilyExporter : BaseExporter<Metric>, IPullMetricExporter
{
    /// <summary>Collects and exports; given by the reader, which lets nobody else pull.</summary>
    public Func<int, bool>? Collect { get; set; }

    /// <summary>The families of the last collection.</summary>
    public IReadOnlyList<MetricFamily> Families { get; private set; } = [];

    /// <inheritdoc/>
    public override ExportResult Export(in Batch<Metric> batch)
    {
        var families = new Dictionary<string, MetricFamily>(StringComparer.Ordinal);
        foreach (var metric in batch)
        {
            // Two instruments whose names come out alike would make the whole page unreadable, so the first one stays.
            if (FamilyReader.Read(metric) is { } family)
            {
                _ = families.TryAdd(family.Name, family);
            }
        }

        Families = [.. families.Values];
        return ExportResult.Success;
    }
}

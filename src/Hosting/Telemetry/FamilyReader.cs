using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>Reads a metric of the SDK, whose memory is used again after the collection.</summary>
internal static class FamilyReader
{
    /// <summary>The metric as a family; null for a kind that has no form in Prometheus' text.</summary>
    public static MetricFamily? Read(Metric metric)
    {
        if (KindOf(metric.MetricType) is not { } kind)
        {
            return null;
        }

        var unit = PrometheusName.UnitOf(metric.Unit, kind);
        var samples = new List<MetricSample>();
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            samples.Add(Sample(metric.MetricType, in point));
        }

        return new()
        {
            Name = PrometheusName.OfMetric(metric.Name, unit),
            Kind = kind,
            Unit = unit,
            Help = metric.Description.Length == 0 ? metric.Name : metric.Description,
            Samples = samples,
        };
    }

    private static MetricKind? KindOf(MetricType type) => type switch
    {
        MetricType.LongSum or MetricType.DoubleSum => MetricKind.Counter,
        MetricType.LongGauge or MetricType.DoubleGauge or MetricType.LongSumNonMonotonic or MetricType.DoubleSumNonMonotonic => MetricKind.Gauge,
        MetricType.Histogram => MetricKind.Histogram,
        _ => null,
    };

    private static MetricSample Sample(MetricType type, in MetricPoint point)
    {
        var labels = LabelsOf(point.Tags);
        return type switch
        {
            MetricType.LongSum or MetricType.LongSumNonMonotonic => new(labels, point.GetSumLong()),
            MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => new(labels, point.GetSumDouble()),
            MetricType.LongGauge => new(labels, point.GetGaugeLastValueLong()),
            MetricType.DoubleGauge => new(labels, point.GetGaugeLastValueDouble()),
            _ => Histogram(labels, in point),
        };
    }

    private static MetricSample Histogram(IReadOnlyList<KeyValuePair<string, string>> labels, in MetricPoint point)
    {
        var buckets = new List<MetricBucket>();
        var count = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            buckets.Add(new(bucket.ExplicitBound, count));
        }

        return new(labels, point.GetHistogramSum()) { Buckets = buckets, Count = point.GetHistogramCount() };
    }

    // Tags whose names come out alike share a label, so that no label is there twice.
    private static List<KeyValuePair<string, string>> LabelsOf(ReadOnlyTagCollection tags)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            var name = PrometheusName.OfLabel(tag.Key);
            var value = Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "";
            labels[name] = labels.TryGetValue(name, out var other) ? $"{other};{value}" : value;
        }

        return [.. labels];
    }
}

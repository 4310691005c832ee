using System.Globalization;
using System.Text;

namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>Writes metrics as Prometheus reads them: families in the order of their names, series in the order of their labels.</summary>
public static class PrometheusText
{
    // A series is told apart by its labels, so a value of any length would be kept for ever.
    private const int MaxLabelLength = 120;

    /// <summary>Writes all families.</summary>
    public static string Write(IEnumerable<MetricFamily> families, PrometheusFormat format)
    {
        var text = new StringBuilder();
        foreach (var family in families.OrderBy(family => family.Name, StringComparer.Ordinal))
        {
            WriteFamily(text, family, format);
        }

        return (format.IsOpenMetrics ? text.Append("# EOF\n") : text).ToString();
    }

    private static void WriteFamily(StringBuilder text, MetricFamily family, PrometheusFormat format)
    {
        var sample = family.Kind == MetricKind.Counter ? family.Name + "_total" : family.Name;

        // OpenMetrics describes the family; the older format the sample.
        var described = format.IsOpenMetrics ? family.Name : sample;
        _ = text.Append("# HELP ").Append(described).Append(' ').Append(Escape(family.Help, quotes: format.IsOpenMetrics)).Append('\n')
            .Append("# TYPE ").Append(described).Append(' ').Append(NameOf(family.Kind)).Append('\n');
        if (format.IsOpenMetrics && family.Unit.Length > 0)
        {
            _ = text.Append("# UNIT ").Append(described).Append(' ').Append(family.Unit).Append('\n');
        }

        foreach (var series in family.Samples.OrderBy(series => LabelsOf(series.Labels), StringComparer.Ordinal))
        {
            WriteSeries(text, family.Kind, sample, series);
        }
    }

    private static void WriteSeries(StringBuilder text, MetricKind kind, string name, MetricSample series)
    {
        var labels = LabelsOf(series.Labels);
        if (kind != MetricKind.Histogram)
        {
            WriteSample(text, name, labels, NumberOf(series.Value));
            return;
        }

        foreach (var bucket in series.Buckets)
        {
            var bound = $"le=\"{BoundOf(bucket.UpperBound)}\"";
            WriteSample(text, name + "_bucket", labels.Length == 0 ? bound : $"{labels},{bound}", NumberOf(bucket.Count));
        }

        WriteSample(text, name + "_sum", labels, NumberOf(series.Value));
        WriteSample(text, name + "_count", labels, NumberOf(series.Count));
    }

    private static void WriteSample(StringBuilder text, string name, string labels, string value)
    {
        _ = text.Append(name);
        _ = labels.Length == 0 ? text : text.Append('{').Append(labels).Append('}');
        _ = text.Append(' ').Append(value).Append('\n');
    }

    private static string LabelsOf(IReadOnlyList<KeyValuePair<string, string>> labels) =>
        string.Join(',', labels.Select(label => $"{label.Key}=\"{Escape(Short(label.Value), quotes: true)}\""));

    private static string Short(string value) => value.Length <= MaxLabelLength ? value : value[..MaxLabelLength];

    private static string Escape(string value, bool quotes)
    {
        var text = value.Replace("\\", "\\\\").Replace("\n", "\\n").Replace('\r', ' ');
        return quotes ? text.Replace("\"", "\\\"") : text;
    }

    private static string NameOf(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Gauge => "gauge",
        MetricKind.Histogram => "histogram",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of metric"),
    };

    private static string NumberOf(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    // OpenMetrics wants bounds to look like fractions. Both formats write them so, lest a series change its name with the format.
    private static string BoundOf(double bound) =>
        NumberOf(bound) is var text && double.IsFinite(bound) && text.All(letter => char.IsAsciiDigit(letter) || letter == '-') ? text + ".0" : text;
}

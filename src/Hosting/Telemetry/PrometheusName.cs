namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>Turns names and units of instruments into those of Prometheus.</summary>
/// <remarks>
/// The rules are those of https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/, so that metrics that arrive
/// over OTLP have the same names.
/// </remarks>
internal static class PrometheusName
{
    /// <summary>The name of a metric without the <c>_total</c> of counters.</summary>
    /// <param name="instrument">The instrument's name, for example <c>riskanalyzer.admission.duration</c>.</param>
    /// <param name="unit">The unit as <see cref="UnitOf"/> gives it.</param>
    public static string OfMetric(string instrument, string unit)
    {
        var name = Plain(instrument, colons: true);
        return unit.Length == 0 || name.EndsWith("_" + unit, StringComparison.Ordinal) ? name : $"{name}_{unit}";
    }

    /// <summary>The name of a label.</summary>
    public static string OfLabel(string tag) => Plain(tag, colons: false);

    /// <summary>The unit in words for a unit in UCUM; empty for a mere number of things.</summary>
    public static string UnitOf(string? ucum, MetricKind kind) => ucum switch
    {
        null or "" => "",
        "s" => "seconds",
        "By" => "bytes",
        "1" => kind == MetricKind.Gauge ? "ratio" : "",
        ['{', ..] => "",
        _ => Plain(ucum, colons: false),
    };

    private static string Plain(string name, bool colons)
    {
        var text = string.Create(name.Length, (name, colons), static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                var letter = source.name[i];
                target[i] = char.IsAsciiLetterOrDigit(letter) || (letter == ':' && source.colons) ? letter : '_';
            }
        });
        return text.Length == 0 || char.IsAsciiDigit(text[0]) ? "_" + text : text;
    }
}

using System.Globalization;

namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>Chooses the format that a scraper likes best among those that can be written.</summary>
public static class PrometheusNegotiation
{
    /// <summary>Reads an <c>Accept</c> header; one that is missing, unreadable or asks for something else is answered in text 0.0.4.</summary>
    public static PrometheusFormat Choose(string? accept)
    {
        var (best, bestQuality) = (PrometheusFormat.Text, 0.0);
        foreach (var range in (accept ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = range.Split(';', StringSplitOptions.TrimEntries);
            var quality = Parameter(parts, "q") is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var q) ? q : 1;
            if (FormatOf(parts) is { } format && quality > bestQuality)
            {
                (best, bestQuality) = (format, quality);
            }
        }

        return best;
    }

    // Escaping schemes of newer versions need no attention: all names are plain, and so are the same under each of them.
    private static PrometheusFormat? FormatOf(string[] parts) => (parts[0].ToUpperInvariant(), Parameter(parts, "version")) switch
    {
        ("APPLICATION/OPENMETRICS-TEXT", null or "1.0.0") => PrometheusFormat.OpenMetrics,
        ("TEXT/PLAIN", null or "0.0.4") => PrometheusFormat.Text,
        ("TEXT/*" or "*/*", _) => PrometheusFormat.Text,
        _ => null,
    };

    private static string? Parameter(string[] parts, string name) => parts.Skip(1)
        .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
        .FirstOrDefault(pair => pair.Length == 2 && string.Equals(pair[0], name, StringComparison.OrdinalIgnoreCase))?[1].Trim('"');
}

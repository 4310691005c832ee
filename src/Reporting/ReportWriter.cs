using RiskAnalyzer.Reporting.Html;
using RiskAnalyzer.Reporting.Json;
using RiskAnalyzer.Reporting.JUnit;
using RiskAnalyzer.Reporting.Markdown;
using RiskAnalyzer.Reporting.Sarif;
using RiskAnalyzer.Reporting.Text;

namespace RiskAnalyzer.Reporting;

/// <summary>Writes a report in a format.</summary>
public static class ReportWriter
{
    /// <summary>The formats that a drain forecast can be written in. SARIF is about lines of files, which a forecast has none of.</summary>
    public static IReadOnlyList<ReportFormat> ForecastFormats { get; } =
        [ReportFormat.Text, ReportFormat.Json, ReportFormat.Markdown, ReportFormat.Html, ReportFormat.JUnit];

    /// <summary>Writes a scan.</summary>
    public static void Write(RiskReport report, ReportFormat format, TextWriter output, TextLayout layout)
    {
        switch (format)
        {
            case ReportFormat.Text: TextReport.Write(report, output, layout); break;
            case ReportFormat.Json: JsonReport.Write(report, output); break;
            case ReportFormat.Markdown: MarkdownReport.Write(report, output); break;
            case ReportFormat.Html: HtmlReport.Write(report, output); break;
            case ReportFormat.Sarif: SarifReport.Write(report, output); break;
            case ReportFormat.JUnit: JUnitReport.Write(report, output); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, null);
        }
    }

    /// <summary>Writes a drain forecast.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The format is not one of <see cref="ForecastFormats"/>.</exception>
    public static void Write(ForecastReport report, ReportFormat format, TextWriter output, TextLayout layout)
    {
        switch (format)
        {
            case ReportFormat.Text: TextForecast.Write(report, output, layout); break;
            case ReportFormat.Json: JsonForecast.Write(report, output); break;
            case ReportFormat.Markdown: MarkdownForecast.Write(report, output); break;
            case ReportFormat.Html: HtmlForecast.Write(report, output); break;
            case ReportFormat.JUnit: JUnitForecast.Write(report, output); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, null);
        }
    }
}

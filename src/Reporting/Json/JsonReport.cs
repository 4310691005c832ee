using System.Globalization;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Json;

/// <summary>A scan for programs.</summary>
public static class JsonReport
{
    /// <summary>The version of the document; a change that could break a reader raises it.</summary>
    public const string ApiVersion = "riskanalyzer.io/v1";

    /// <summary>Writes the report.</summary>
    public static void Write(RiskReport report, TextWriter output)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("apiVersion", ApiVersion);
        json.WriteString("kind", "RiskReport");
        json.WriteString("capturedAt", Time(report.CapturedAt));
        json.WriteString("source", report.Source);
        Summary(document, report);
        Findings(document, report);
        NotEvaluated(document, report);
        Problems(document, report);
        json.WriteStartObject("passedOver");
        foreach (var (kind, count) in report.PassedOver.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(kind, count);
        }

        json.WriteEndObject();
        Forecast(document, report);
        json.WriteEndObject();
    }

    /// <summary>A moment as RFC 3339 in UTC.</summary>
    internal static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Summary(JsonOutput document, RiskReport report)
    {
        var summary = new ReportSummary(report);
        document.Json.WriteStartObject("summary");
        foreach (var severity in ReportSummary.WorstFirst)
        {
            document.Json.WriteNumber(Words.Of(severity), summary.Of(severity));
        }

        document.Json.WriteNumber("exempted", summary.Exempted);
        document.Json.WriteNumber("notEvaluated", summary.NotEvaluated);
        document.Json.WriteEndObject();
    }

    private static void Findings(JsonOutput document, RiskReport report)
    {
        document.Json.WriteStartArray("findings");
        foreach (var finding in report.Evaluation.Findings)
        {
            Finding(document, finding);
            document.Drain();
        }

        document.Json.WriteEndArray();
    }

    private static void Finding(JsonOutput document, Finding finding)
    {
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", Words.Of(finding.Severity));
        json.WriteStartObject("object");
        json.WriteString("apiVersion", finding.Object.ApiVersion);
        json.WriteString("kind", finding.Object.Kind);
        document.TextOrNull("namespace", finding.Object.Namespace);
        json.WriteString("name", finding.Object.Name);
        json.WriteEndObject();
        json.WriteString("field", finding.Field);
        document.TextOrNull("file", finding.Source.File);
        Line(document, finding.Source.Line);
        json.WriteString("message", finding.Message);
        json.WriteString("fix", finding.Fix);
        json.WriteStartObject("evidence");
        foreach (var (name, value) in finding.Evidence)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        Exemption(document, finding.Exemption);
        json.WriteEndObject();
    }

    private static void Exemption(JsonOutput document, AppliedExemption? exemption)
    {
        if (exemption is null)
        {
            document.Json.WriteNull("exemption");
            return;
        }

        document.Json.WriteStartObject("exemption");
        document.Json.WriteString("by", exemption.By);
        document.Json.WriteString("reason", exemption.Reason);
        document.TextOrNull("owner", exemption.Owner);
        document.TextOrNull("until", exemption.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        document.Json.WriteEndObject();
    }

    private static void NotEvaluated(JsonOutput document, RiskReport report)
    {
        document.Objects("notEvaluated", report.Evaluation.NotEvaluated, rule =>
        {
            document.Json.WriteString("rule", rule.Rule);
            document.Json.WriteString("reason", rule.Reason);
            document.Json.WriteNumber("objects", rule.Objects);
        });
        document.Objects("failed", report.Evaluation.Failed, failed =>
        {
            document.Json.WriteString("rule", failed.Rule);
            document.Json.WriteString("object", failed.Object.ToString());
            document.Json.WriteString("how", failed.How);
        });
    }

    private static void Problems(JsonOutput document, RiskReport report)
    {
        document.Objects("problems", report.Problems, problem =>
        {
            document.TextOrNull("file", problem.Location.File);
            Line(document, problem.Location.Line);
            document.Json.WriteString("message", problem.Message);
            document.Json.WriteBoolean("partial", problem.IsPartial);
        });
    }

    private static void Line(JsonOutput document, int line)
    {
        if (line > 0)
        {
            document.Json.WriteNumber("line", line);
        }
        else
        {
            document.Json.WriteNull("line");
        }
    }

    private static void Forecast(JsonOutput document, RiskReport report)
    {
        if (report.Forecast is null)
        {
            document.Json.WriteNull("forecast");
            return;
        }

        document.Json.WritePropertyName("forecast");
        JsonForecast.Write(report.Forecast, document);
    }
}

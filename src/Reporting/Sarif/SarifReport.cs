using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Reporting.Json;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Sarif;

/// <summary>A scan as SARIF 2.1.0, for code reviews.</summary>
/// <remarks>Sources: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ and https://docs.github.com/en/code-security/code-scanning (limits).</remarks>
public static class SarifReport
{
    /// <summary>Results in one run; GitHub refuses a file with more.</summary>
    private const int MostResults = 25_000;

    /// <summary>Writes the report.</summary>
    public static void Write(RiskReport report, TextWriter output)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        SarifRules.Write(document, report);
        json.WriteStartObject("automationDetails");
        json.WriteString("id", "riskanalyzer/scan/");
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        SourceRoot(document);
        Invocation(document, report);
        Results(document, report);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Whoever reads the file knows where the working copy is; this one says only what the name stands for.
    private static void SourceRoot(JsonOutput document)
    {
        document.Json.WriteStartObject("originalUriBaseIds");
        document.Json.WriteStartObject("%SRCROOT%");
        document.Json.WriteStartObject("description");
        document.Json.WriteString("text", "The directory in which riskanalyzer ran.");
        document.Json.WriteEndObject();
        document.Json.WriteEndObject();
        document.Json.WriteEndObject();
    }

    private static void Results(JsonOutput document, RiskReport report)
    {
        var order = report.Rules.Select((rule, index) => (rule.Name, index)).ToDictionary(StringComparer.Ordinal);
        var result = new SarifResult(document, report.Root);
        document.Json.WriteStartArray("results");
        foreach (var finding in Kept(report))
        {
            result.Write(finding, order.TryGetValue(finding.Rule, out var index) ? index : -1);
            document.Drain();
        }

        document.Json.WriteEndArray();
    }

    // When there are too many, the mildest are left out, and a notification says so.
    private static IEnumerable<Finding> Kept(RiskReport report) => report.Evaluation.Findings.Count <= MostResults
        ? report.Evaluation.Findings
        : report.Evaluation.Findings.OrderBy(finding => finding.Exemption is not null).ThenByDescending(finding => finding.Severity).Take(MostResults);

    private static void Invocation(JsonOutput document, RiskReport report)
    {
        var json = document.Json;
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var problem in report.Problems)
        {
            json.WriteStartObject();
            json.WriteString("level", problem.IsPartial ? "note" : "warning");
            Message(document, problem.Message);
            SarifResult.Locations(document, problem.Location, null, report.Root);
            json.WriteEndObject();
            document.Drain();
        }

        foreach (var failed in report.Evaluation.Failed)
        {
            Notification(document, "error", $"{failed.Rule} failed on {failed.Object}: {failed.How}");
        }

        foreach (var reason in NotEvaluatedReason.Group(report.Evaluation.NotEvaluated))
        {
            Notification(document, "note", $"not evaluated, {reason.Reason}: {reason.RuleList}");
        }

        if (report.Evaluation.Findings.Count is > MostResults and var count)
        {
            Notification(document, "warning", $"{count - MostResults} of {count} findings are left out, the mildest ones");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Notification(JsonOutput document, string level, string text)
    {
        document.Json.WriteStartObject();
        document.Json.WriteString("level", level);
        Message(document, text);
        document.Json.WriteEndObject();
    }

    private static void Message(JsonOutput document, string text)
    {
        document.Json.WriteStartObject("message");
        document.Json.WriteString("text", PlainText.Of(text));
        document.Json.WriteEndObject();
    }
}

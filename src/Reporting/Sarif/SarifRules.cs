using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Reporting.Json;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Sarif;

/// <summary>The tool and its rules in SARIF.</summary>
internal static class SarifRules
{
    // GitHub shows no longer description.
    private const int MostDescription = 1024;

    public static string LevelOf(Severity severity) => severity switch
    {
        Severity.Blocker or Severity.High => "error",
        Severity.Medium => "warning",
        Severity.Low or Severity.Info => "note",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };

    public static void Write(JsonOutput document, RiskReport report)
    {
        var json = document.Json;
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "RiskAnalyzer");
        json.WriteString("version", report.ToolVersion);
        json.WriteString("semanticVersion", report.ToolVersion);
        json.WriteStartArray("rules");
        foreach (var rule in report.Rules)
        {
            Rule(document, rule);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Rule(JsonOutput document, RuleDescriptor rule)
    {
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("id", rule.Name);
        json.WriteString("name", rule.Name);
        Text(document, "shortDescription", rule.Summary);
        Text(document, "fullDescription", Flat(rule.Why));
        json.WriteStartObject("help");
        json.WriteString("text", $"{Flat(rule.Why)} Fix: {Flat(rule.Fix)}");
        json.WriteString("markdown", $"{Flat(rule.Why)}\n\n**Fix:** {Flat(rule.Fix)}");
        json.WriteEndObject();
        if (rule.Sources.Count > 0)
        {
            json.WriteString("helpUri", rule.Sources[0].Address);
        }

        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(rule.Severity));
        json.WriteBoolean("enabled", !rule.IsOptIn);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue("kubernetes");
        json.WriteStringValue(Words.Of(rule.Category));
        json.WriteEndArray();
        json.WriteString("precision", "high");
        json.WriteString("problem.severity", LevelOf(rule.Severity) is "note" ? "recommendation" : LevelOf(rule.Severity));
        json.WriteString("severity", Words.Of(rule.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Text(JsonOutput document, string name, string text)
    {
        document.Json.WriteStartObject(name);
        document.Json.WriteString("text", text.Length <= MostDescription ? text : text[..MostDescription]);
        document.Json.WriteEndObject();
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Pages;

namespace RiskAnalyzer.Reporting.Json;

/// <summary>The rules for programs.</summary>
public static class JsonRules
{
    /// <summary>Writes the rules.</summary>
    public static void Write(IReadOnlyList<Rule> rules, TextWriter output)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("apiVersion", JsonReport.ApiVersion);
        json.WriteString("kind", "RuleList");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            Write(document, rule);
            document.Drain();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(JsonOutput document, Rule rule)
    {
        var (json, descriptor) = (document.Json, rule.Descriptor);
        json.WriteStartObject();
        json.WriteString("name", descriptor.Name);
        json.WriteString("category", Words.Of(descriptor.Category));
        json.WriteString("severity", Words.Of(descriptor.Severity));
        json.WriteBoolean("enabled", !descriptor.IsOptIn);
        json.WriteString("needs", RuleWords.Needs(descriptor));
        json.WriteString("summary", descriptor.Summary);
        json.WriteString("why", RuleWords.Paragraph(descriptor.Why));
        json.WriteString("fix", RuleWords.Paragraph(descriptor.Fix));
        json.WriteStartArray("parameters");
        foreach (var parameter in rule.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteString("summary", parameter.Summary);
            json.WriteString("default", parameter.DefaultText);
            json.WriteString("range", parameter.RangeText);
            document.TextOrNull("unit", parameter.Unit);
            json.WriteString("source", parameter.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in descriptor.Sources)
        {
            json.WriteStartObject();
            json.WriteString("title", source.Title);
            json.WriteString("address", source.Address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

using System.Security.Cryptography;
using System.Text;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Reporting.Json;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Sarif;

/// <summary>One finding in SARIF.</summary>
internal sealed class SarifResult(JsonOutput document, string? root)
{
    public void Write(Finding finding, int ruleIndex)
    {
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        if (ruleIndex >= 0)
        {
            json.WriteNumber("ruleIndex", ruleIndex);
        }

        json.WriteString("level", SarifRules.LevelOf(finding.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", PlainText.Of($"{finding.Object}: {finding.Field}: {finding.Message}. Fix: {finding.Fix}"));
        json.WriteEndObject();
        Locations(document, finding.Source, finding.Object, root);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", Fingerprint(finding));
        json.WriteEndObject();
        Suppression(finding.Exemption);
        json.WriteStartObject("properties");
        json.WriteString("severity", Words.Of(finding.Severity));
        json.WriteString("field", finding.Field);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes where an object stands: the file and line if it has one, and its name in the cluster.</summary>
    public static void Locations(JsonOutput document, SourceLocation source, ObjectReference? subject, string? root)
    {
        var json = document.Json;
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (source.File is { } file and not "-")
        {
            var address = Address(file, root, out var isRelative);
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", address);
            if (isRelative)
            {
                json.WriteString("uriBaseId", "%SRCROOT%");
            }

            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", Math.Max(1, source.Line));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        if (subject is { } reference)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", PlainText.Of(reference.Name));
            json.WriteString("fullyQualifiedName", PlainText.Of(reference.ToString()));
            json.WriteString("kind", "resource");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The address of a file, relative to the root where it lies below it.</summary>
    internal static string Address(string file, string? root, out bool isRelative)
    {
        var path = file.Replace('\\', '/');
        var above = root?.Replace('\\', '/').TrimEnd('/') + "/";
        if (root is not null)
        {
            // A path that leaves the root by its dots would be relative to nothing that a reader knows.
            path = WithoutDots(path.StartsWith('/') ? path : above + path);
            path = path.StartsWith(above, StringComparison.Ordinal) ? path[above.Length..] : path;
        }

        isRelative = !path.StartsWith('/');
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return isRelative ? escaped : $"file://{escaped}";
    }

    private static string WithoutDots(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return "/" + string.Join('/', parts);
    }

    // Lines move; rule, object and field stay.
    private static string Fingerprint(Finding finding) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Rule}\n{finding.Object}\n{finding.Field}")))[..32];

    private void Suppression(AppliedExemption? exemption)
    {
        if (exemption is null)
        {
            return;
        }

        var json = document.Json;
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", exemption.By.StartsWith("annotation", StringComparison.Ordinal) ? "inSource" : "external");
        json.WriteString("status", "accepted");
        json.WriteString("justification", PlainText.Of(exemption.Reason.Length > 0 ? exemption.Reason : $"exempted by {exemption.By}"));
        json.WriteEndObject();
        json.WriteEndArray();
    }
}

using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Reporting.Json;

/// <summary>A forecast for programs.</summary>
public static class JsonForecast
{
    /// <summary>Writes the forecast as a document of its own.</summary>
    public static void Write(ForecastReport report, TextWriter output)
    {
        using var document = new JsonOutput(output);
        Write(report, document);
    }

    /// <summary>Writes the forecast as a value.</summary>
    internal static void Write(ForecastReport report, JsonOutput document)
    {
        var (json, forecast) = (document.Json, report.Forecast);
        json.WriteStartObject();
        json.WriteString("apiVersion", JsonReport.ApiVersion);
        json.WriteString("kind", "DrainForecast");
        json.WriteString("outcome", Words.Of(forecast.Outcome));
        document.Estimate("totalSeconds", forecast.TotalSeconds);
        json.WriteStartArray("nodes");
        foreach (var node in forecast.Nodes)
        {
            JsonNode.Write(document, node);
            document.Drain();
        }

        json.WriteEndArray();
        json.WriteStartArray("workloads");
        foreach (var workload in forecast.Workloads)
        {
            JsonWorkload.Write(document, workload);
            document.Drain();
        }

        json.WriteEndArray();
        Budgets(document, forecast);
        Fixes(document, forecast);
        Assumptions(document, forecast);
        Plan(document, report);
        json.WriteEndObject();
    }

    private static void Budgets(JsonOutput document, DrainForecast forecast)
    {
        document.Objects("budgets", forecast.Budgets, budget =>
        {
            document.Json.WriteString("budget", budget.Budget);
            document.Json.WriteNumber("nodes", budget.Nodes);
            document.Json.WriteString("node", budget.Node);
            document.Json.WriteNumber("chain", budget.Chain);
            document.Seconds("chainSeconds", budget.ChainSeconds);
            document.Seconds("criticalSeconds", budget.CriticalSeconds);
        });
    }

    private static void Fixes(JsonOutput document, DrainForecast forecast)
    {
        document.Objects("fixes", forecast.Fixes, fix =>
        {
            document.Json.WriteString("rule", fix.Rule);
            document.Json.WriteString("object", fix.Object);
            document.Seconds("savesSeconds", fix.SavesSeconds);
            document.Seconds("savesWorstSeconds", fix.SavesWorstSeconds);
            document.Json.WriteBoolean("completes", fix.MakesItComplete);
            document.Json.WriteString("message", fix.Message);
        });
        document.TextOrNull("fixesLeftOut", forecast.FixesLeftOut);
    }

    private static void Assumptions(JsonOutput document, DrainForecast forecast)
    {
        document.Objects("assumptions", forecast.Assumptions, assumption =>
        {
            document.Json.WriteString("subject", assumption.Subject);
            document.Seconds("seconds", assumption.Seconds ?? double.NaN);
            document.Json.WriteString("source", assumption.Source);
            document.Json.WriteString("text", assumption.Text);
        });
        document.Json.WriteStartArray("unknowns");
        foreach (var unknown in forecast.Unknowns)
        {
            document.Json.WriteStringValue(unknown);
        }

        document.Json.WriteEndArray();
    }

    private static void Plan(JsonOutput document, ForecastReport report)
    {
        var json = document.Json;
        document.Seconds("windowSeconds", report.Plan.WindowSeconds ?? double.NaN);
        document.Seconds("lastSafeStartSeconds", report.Forecast.LastSafeStartSeconds ?? double.NaN);
        document.Seconds("lastSafeStartWorstSeconds", report.Forecast.Window?.LastSafeStartWorstSeconds ?? double.NaN);
        document.TextOrNull("windowStart", report.Plan.WindowStart is { } start ? JsonReport.Time(start) : null);
        json.WriteString("profile", PlanText.NameOf(report.Plan.Profile));
        document.TextOrNull("plan", report.Plan.Name);
        JsonOrchestrator.Write(document, report.Plan);
        json.WriteString("capturedAt", JsonReport.Time(report.CapturedAt));
        json.WriteString("source", report.Source);
    }
}

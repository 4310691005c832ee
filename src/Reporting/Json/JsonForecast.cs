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
        Estimate(document, "totalSeconds", forecast.TotalSeconds);
        json.WriteStartArray("nodes");
        foreach (var node in forecast.Nodes)
        {
            Node(document, node);
            document.Drain();
        }

        json.WriteEndArray();
        json.WriteStartArray("workloads");
        foreach (var workload in forecast.Workloads)
        {
            Workload(document, workload);
            document.Drain();
        }

        json.WriteEndArray();
        Budgets(document, forecast);
        Fixes(document, forecast);
        Assumptions(document, forecast);
        Plan(document, report);
        json.WriteEndObject();
    }

    private static void Estimate(JsonOutput document, string name, Estimate estimate)
    {
        document.Json.WriteStartObject(name);
        document.Seconds("best", estimate.Best);
        document.Seconds("expected", estimate.Expected);
        document.Seconds("worst", estimate.Worst);
        document.Json.WriteEndObject();
    }

    private static void LastSafeStart(JsonOutput document, Estimate? last)
    {
        const string Name = "lastSafeStartSeconds";
        if (last is { } known)
        {
            Estimate(document, Name, known);
        }
        else
        {
            document.Json.WriteNull(Name);
        }
    }

    private static void Node(JsonOutput document, NodeForecast node)
    {
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("name", node.Name);
        json.WriteString("outcome", Words.Of(node.Outcome));
        json.WriteNumber("outcomeShare", (decimal)Math.Round(node.OutcomeShare, 3));
        Estimate(document, "startSeconds", node.StartSeconds);
        Estimate(document, "drainSeconds", node.DrainSeconds);
        Estimate(document, "doneSeconds", node.DoneSeconds);
        LastSafeStart(document, node.LastSafeStartSeconds);
        json.WriteNumber("evictions", node.Evictions);
        json.WriteStartArray("blockers");
        foreach (var blocker in node.Blockers)
        {
            json.WriteStartObject();
            json.WriteString("pod", blocker.Pod);
            document.TextOrNull("owner", blocker.Owner);
            json.WriteString("reason", Words.Of(blocker.Reason));
            json.WriteString("object", blocker.Object);
            json.WriteString("message", blocker.Message);
            json.WriteBoolean("forEver", blocker.IsForEver);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("slowest");
        foreach (var slow in node.Slowest)
        {
            json.WriteStartObject();
            json.WriteString("pod", slow.Pod);
            document.Seconds("seconds", slow.Seconds);
            json.WriteString("because", slow.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Workload(JsonOutput document, WorkloadForecast workload)
    {
        document.Json.WriteStartObject();
        document.Json.WriteString("workload", workload.Workload);
        document.Json.WriteNumber("evictions", workload.Evictions);
        Estimate(document, "downtimeSeconds", workload.DowntimeSeconds);
        document.Json.WriteNumber("lowestReady", workload.LowestReady);
        document.Json.WriteNumber("readyBefore", workload.ReadyBefore);
        document.Seconds("criticalSeconds", workload.CriticalSeconds);
        document.Json.WriteNumber("returnsToNode", workload.ReturnsToNode);
        Pending(document, workload.Pending);
        Preempts(document, workload.Preempts);
        document.Json.WriteEndObject();
    }

    private static void Pending(JsonOutput document, PendingForecast? pending)
    {
        if (pending is null)
        {
            document.Json.WriteNull("pending");
            return;
        }

        document.Json.WriteStartObject("pending");
        document.Json.WriteNumber("pods", pending.Pods);
        Estimate(document, "seconds", pending.Seconds);
        document.Json.WriteBoolean("untilTheEnd", pending.IsUntilTheEnd);
        document.Json.WriteString("why", pending.Why);
        document.Json.WriteEndObject();
    }

    private static void Preempts(JsonOutput document, IReadOnlyList<PreemptionForecast> preempts)
    {
        document.Json.WriteStartArray("preempts");
        foreach (var preempted in preempts)
        {
            document.Json.WriteStartObject();
            document.TextOrNull("workload", preempted.Victim);
            document.Json.WriteNumber("pods", preempted.Pods);
            document.Json.WriteEndObject();
        }

        document.Json.WriteEndArray();
    }

    private static void Budgets(JsonOutput document, DrainForecast forecast)
    {
        document.Json.WriteStartArray("budgets");
        foreach (var budget in forecast.Budgets)
        {
            document.Json.WriteStartObject();
            document.Json.WriteString("budget", budget.Budget);
            document.Json.WriteNumber("nodes", budget.Nodes);
            document.Json.WriteString("node", budget.Node);
            document.Json.WriteNumber("chain", budget.Chain);
            document.Seconds("chainSeconds", budget.ChainSeconds);
            document.Seconds("criticalSeconds", budget.CriticalSeconds);
            document.Json.WriteEndObject();
            document.Drain();
        }

        document.Json.WriteEndArray();
    }

    private static void Fixes(JsonOutput document, DrainForecast forecast)
    {
        document.Json.WriteStartArray("fixes");
        foreach (var fix in forecast.Fixes)
        {
            document.Json.WriteStartObject();
            document.Json.WriteString("rule", fix.Rule);
            document.Json.WriteString("object", fix.Object);
            document.Seconds("savesSeconds", fix.SavesSeconds);
            document.Seconds("savesWorstSeconds", fix.SavesWorstSeconds);
            document.Json.WriteBoolean("completes", fix.MakesItComplete);
            document.Json.WriteString("message", fix.Message);
            document.Json.WriteEndObject();
        }

        document.Json.WriteEndArray();
        document.TextOrNull("fixesLeftOut", forecast.FixesLeftOut);
    }

    private static void Assumptions(JsonOutput document, DrainForecast forecast)
    {
        document.Json.WriteStartArray("assumptions");
        foreach (var assumption in forecast.Assumptions)
        {
            document.Json.WriteStartObject();
            document.Json.WriteString("subject", assumption.Subject);
            document.Seconds("seconds", assumption.Seconds ?? double.NaN);
            document.Json.WriteString("source", assumption.Source);
            document.Json.WriteString("text", assumption.Text);
            document.Json.WriteEndObject();
            document.Drain();
        }

        document.Json.WriteEndArray();
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
        json.WriteString("capturedAt", JsonReport.Time(report.CapturedAt));
        json.WriteString("source", report.Source);
    }
}

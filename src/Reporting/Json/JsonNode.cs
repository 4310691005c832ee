using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Json;

/// <summary>What happens to one node, for programs.</summary>
internal static class JsonNode
{
    /// <summary>Writes the node as a value.</summary>
    public static void Write(JsonOutput document, NodeForecast node)
    {
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("name", node.Name);
        json.WriteString("outcome", Words.Of(node.Outcome));
        json.WriteNumber("outcomeShare", (decimal)Math.Round(node.OutcomeShare, 3));
        document.Estimate("startSeconds", node.StartSeconds);
        document.Estimate("drainSeconds", node.DrainSeconds);
        document.Estimate("doneSeconds", node.DoneSeconds);
        LastSafeStart(document, node.LastSafeStartSeconds);
        json.WriteNumber("evictions", node.Evictions);
        Blockers(document, node);
        Forced(document, node);
        Slowest(document, node);
        json.WriteEndObject();
    }

    private static void LastSafeStart(JsonOutput document, Estimate? last)
    {
        const string Name = "lastSafeStartSeconds";
        if (last is { } known)
        {
            document.Estimate(Name, known);
        }
        else
        {
            document.Json.WriteNull(Name);
        }
    }

    private static void Blockers(JsonOutput document, NodeForecast node)
    {
        document.Objects("blockers", node.Blockers, blocker =>
        {
            document.Json.WriteString("pod", blocker.Pod);
            document.TextOrNull("owner", blocker.Owner);
            document.Json.WriteString("reason", Words.Of(blocker.Reason));
            document.Json.WriteString("object", blocker.Object);
            document.Json.WriteString("message", blocker.Message);
            document.Json.WriteBoolean("forEver", blocker.IsForEver);
        });
    }

    private static void Forced(JsonOutput document, NodeForecast node)
    {
        document.Objects("forced", node.Forced, forced =>
        {
            document.Json.WriteString("pod", forced.Pod);
            document.TextOrNull("owner", forced.Owner);
            document.Json.WriteString("how", Words.Of(forced.How));
            document.TextOrNull("budget", forced.Budget);
        });
    }

    private static void Slowest(JsonOutput document, NodeForecast node)
    {
        document.Objects("slowest", node.Slowest, slow =>
        {
            document.Json.WriteString("pod", slow.Pod);
            document.Seconds("seconds", slow.Seconds);
            document.Json.WriteString("because", slow.Because);
        });
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>What the API server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The object, or the Status object of a refusal; null for anything else.</param>
internal sealed record ApiAnswer(HttpStatusCode Status, JsonObject? Body)
{
    /// <summary>Whether it was done.</summary>
    public bool IsGood => (int)Status is >= 200 and < 300;

    /// <summary>What the server says of a refusal.</summary>
    public string Reason => $"{(int)Status} {(string?)Body?["message"] ?? Status.ToString()}";
}

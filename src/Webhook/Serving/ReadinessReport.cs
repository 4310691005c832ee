namespace RiskAnalyzer.Webhook.Serving;

/// <summary>Whether the program can answer reviews, and why not.</summary>
/// <param name="IsReady">Whether it can.</param>
/// <param name="Text">One line per part, those that are missing marked <c>[-]</c> as the API server's own health pages do.</param>
internal sealed record ReadinessReport(bool IsReady, string Text);

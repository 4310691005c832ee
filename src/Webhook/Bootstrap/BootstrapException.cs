namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>The certificate could not be put in place; the message says why, and what would be right.</summary>
internal sealed class BootstrapException(string message) : Exception(message);

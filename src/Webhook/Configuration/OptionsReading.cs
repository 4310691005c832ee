namespace RiskAnalyzer.Webhook.Configuration;

/// <summary>Options, or what is wrong with them.</summary>
/// <typeparam name="T">The options.</typeparam>
/// <param name="Options">The options; only to be used when there are no mistakes.</param>
/// <param name="Mistakes">All mistakes, one line each.</param>
internal sealed record OptionsReading<T>(T Options, IReadOnlyList<string> Mistakes);

namespace RiskAnalyzer.Reporting.Content;

/// <summary>An object and what is said of it.</summary>
/// <param name="Name">The object.</param>
/// <param name="Sentence">What is said, without the name and without a final stop.</param>
public sealed record NamedSentence(string Name, string Sentence);

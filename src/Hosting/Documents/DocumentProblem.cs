namespace RiskAnalyzer.Hosting.Documents;

/// <summary>A mistake in a configuration document.</summary>
/// <param name="Path">The field, as <c>spec.drain.timeoutSeconds</c>; empty for the document as a whole.</param>
/// <param name="Line">The line, from 1; 0 when the mistake has none.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record DocumentProblem(string Path, int Line, string Message);

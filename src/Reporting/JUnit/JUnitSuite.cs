namespace RiskAnalyzer.Reporting.JUnit;

/// <summary>A named group of test cases.</summary>
internal sealed record JUnitSuite(string Name, IReadOnlyList<JUnitCase> Cases);

namespace RiskAnalyzer.Rules.Cases;

/// <summary>A finding that a case expects.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Line">The line of the file that the finding must point at, from 1.</param>
/// <param name="IsExempted">Whether the finding must be marked as exempted.</param>
public sealed record ExpectedFinding(string Rule, int Line, bool IsExempted);

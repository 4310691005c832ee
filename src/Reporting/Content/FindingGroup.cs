using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Findings that are read together: those of one object, or those of one rule on many objects.</summary>
/// <param name="Severity">The worst of them.</param>
/// <param name="Rule">The rule, when the group is about one rule on many objects; null when it is about one object.</param>
/// <param name="Findings">The findings, worst first.</param>
public sealed record FindingGroup(Severity Severity, string? Rule, IReadOnlyList<Finding> Findings)
{
    /// <summary>The objects, each once, in their order.</summary>
    public IReadOnlyList<string> Objects => [.. Findings.Select(finding => finding.Object.ToString()).Distinct(StringComparer.Ordinal)];
}

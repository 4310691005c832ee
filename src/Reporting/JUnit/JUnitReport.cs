using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.JUnit;

/// <summary>A scan as test results: a suite for each rule, a case for each finding; a rule without findings is one passed case.</summary>
public static class JUnitReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(RiskReport report, TextWriter output)
    {
        var findings = report.Evaluation.Findings.ToLookup(finding => finding.Rule, StringComparer.Ordinal);
        var notEvaluated = report.Evaluation.NotEvaluated.ToLookup(rule => rule.Rule, StringComparer.Ordinal);
        var failed = report.Evaluation.Failed.ToLookup(rule => rule.Rule, StringComparer.Ordinal);
        var suites = report.Rules.Select(rule => rule.Name).Concat(findings.Select(group => group.Key))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(rule => new JUnitSuite(rule, Cases(report, findings[rule], notEvaluated[rule], failed[rule]))).ToList();
        if (report.Problems.Count > 0)
        {
            suites.Add(new("input", [.. report.Problems.Select(problem => new JUnitCase(
                problem.Location.ToString() is { Length: > 0 } place ? place : "cluster", problem.IsPartial ? JUnitResult.Skipped : JUnitResult.Error)
            {
                Message = problem.Message, Type = "problem", Source = problem.Location,
            })]));
        }

        if (report.Forecast is { } forecast)
        {
            suites.Add(JUnitForecast.Suite(forecast));
        }

        JUnitWriter.Write(output, "riskanalyzer scan", suites);
    }

    private static List<JUnitCase> Cases(
        RiskReport report, IEnumerable<Finding> findings, IEnumerable<NotEvaluatedRule> notEvaluated, IEnumerable<FailedRule> failed)
    {
        List<JUnitCase> cases =
        [
            .. findings.Select(finding => Case(report, finding)),
            .. failed.Select(each => new JUnitCase(each.Object.ToString(), JUnitResult.Error) { Message = each.How, Type = "failed" }),
            .. notEvaluated.Select(rule => new JUnitCase("not evaluated", JUnitResult.Skipped) { Message = rule.Reason }),
        ];
        return cases.Count > 0 ? cases : [new("no findings", JUnitResult.Passed)];
    }

    private static JUnitCase Case(RiskReport report, Finding finding)
    {
        var exemption = finding.Exemption;
        var result = exemption is not null ? JUnitResult.Skipped : finding.Severity >= report.FailOn ? JUnitResult.Failure : JUnitResult.Passed;
        var text = $"{Words.Of(finding.Severity)}: {finding.Field}: {finding.Message}";
        return new($"{finding.Object} {finding.Field}".TrimEnd(), result)
        {
            Message = exemption is null ? text : $"exempted by {exemption.By}: {exemption.Reason}; {text}",
            Type = Words.Of(finding.Severity),
            Details = $"{text}. Fix: {finding.Fix}",
            Source = finding.Source,
        };
    }
}

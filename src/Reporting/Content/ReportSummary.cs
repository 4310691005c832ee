using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>How many findings there are of each kind.</summary>
public sealed class ReportSummary
{
    private readonly int[] _bySeverity = new int[Enum.GetValues<Severity>().Length];

    /// <summary>Counts the findings of a report.</summary>
    public ReportSummary(RiskReport report)
    {
        foreach (var finding in report.Counting)
        {
            _bySeverity[(int)finding.Severity]++;
        }

        Exempted = report.Exempted.Count();
        NotEvaluated = report.Evaluation.NotEvaluated.Select(rule => rule.Rule).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>The severities from the worst to the mildest.</summary>
    public static IReadOnlyList<Severity> WorstFirst { get; } = [.. Enum.GetValues<Severity>().OrderDescending()];

    /// <summary>Findings that an exemption covers.</summary>
    public int Exempted { get; }

    /// <summary>Rules that could not look at all or at some objects.</summary>
    public int NotEvaluated { get; }

    /// <summary>Findings that count.</summary>
    public int Total => _bySeverity.Sum();

    /// <summary>Findings of a severity that count.</summary>
    public int Of(Severity severity) => _bySeverity[(int)severity];

    /// <summary>The counts in one phrase, without those that are zero: <c>2 blockers, 5 high, 1 medium</c>.</summary>
    public string Phrase => Total == 0
        ? "no findings"
        : string.Join(", ", WorstFirst.Where(severity => Of(severity) > 0).Select(severity =>
            severity == Severity.Blocker ? Counted.Of(Of(severity), "blocker") : $"{Of(severity)} {Words.Of(severity)}"));
}

using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Reporting.Content;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>What a scan did not look at: rules without data, rules that failed, input that was not read, custom resources.</summary>
internal static class TextNotLookedAt
{
    private const int MostProblems = 10;

    public static void Write(TextPage page, RiskReport report)
    {
        var reasons = NotEvaluatedReason.Group(report.Evaluation.NotEvaluated);
        if (reasons.Count == 0 && report.Evaluation.Failed.Count == 0 && report.Problems.Count == 0 && report.PassedOver.Count == 0)
        {
            return;
        }

        page.Section("WHAT WAS NOT LOOKED AT");
        foreach (var reason in reasons)
        {
            page.Paragraph(2, $"Not evaluated, {reason.Reason} ({Counted.Of(reason.Rules.Count, "rule")}): {reason.RuleList}");
        }

        foreach (var failed in report.Evaluation.Failed)
        {
            page.Paragraph(2, $"Failed: {failed.Rule} on {failed.Object}: {failed.How}", Tone.High);
        }

        Problems(page, "Not read", [.. report.Problems.Where(problem => !problem.IsPartial)], Tone.High);
        Problems(page, "Partial, not judged", [.. report.Problems.Where(problem => problem.IsPartial)], Tone.Plain);
        if (report.PassedOver.Count > 0)
        {
            var kinds = string.Join(", ", report.PassedOver.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} {pair.Key}"));
            page.Paragraph(2, $"Custom resources, no rule is about them: {kinds}");
        }
    }

    /// <summary>Writes problems, at most ten unless all are asked for.</summary>
    public static void Problems(TextPage page, string title, IReadOnlyList<LoadProblem> problems, Tone tone)
    {
        if (problems.Count == 0)
        {
            return;
        }

        page.Paragraph(2, $"{title} ({problems.Count}):", tone);
        var shown = page.Layout.Expand ? problems.Count : Math.Min(problems.Count, MostProblems);
        foreach (var problem in problems.Take(shown))
        {
            var place = problem.Location.ToString();
            page.Paragraph(4, place.Length > 0 ? $"{place}: {problem.Message}" : problem.Message);
        }

        if (shown < problems.Count)
        {
            page.Paragraph(4, $"and {problems.Count - shown} more (--expand shows all)", Tone.Quiet);
        }
    }
}

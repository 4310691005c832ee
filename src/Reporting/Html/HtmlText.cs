using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Reporting.Content;

namespace RiskAnalyzer.Reporting.Html;

/// <summary>Small pieces of markup that both pages use.</summary>
internal static class HtmlText
{
    /// <summary>A moment.</summary>
    public static string Time(DateTimeOffset time) => $"<time datetime=\"{MomentText.Exact(time)}\">{MomentText.Of(time)}</time>";

    /// <summary>What could not be read.</summary>
    public static string Problem(LoadProblem problem)
    {
        var place = problem.Location.ToString() is { Length: > 0 } text ? $"{HtmlPage.Code(text)} " : "";
        return $"{(problem.IsPartial ? "Partial, not judged" : "Not read")}: {place}{HtmlPage.Text(problem.Message)}";
    }
}

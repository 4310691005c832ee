using System.Globalization;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Reporting.Html;

/// <summary>Small pieces of markup that both pages use.</summary>
internal static class HtmlText
{
    /// <summary>A moment, to the minute, in UTC.</summary>
    public static string Time(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return $"<time datetime=\"{utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\">"
            + $"{utc.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}</time>";
    }

    /// <summary>What could not be read.</summary>
    public static string Problem(LoadProblem problem)
    {
        var place = problem.Location.ToString() is { Length: > 0 } text ? $"{HtmlPage.Code(text)} " : "";
        return $"{(problem.IsPartial ? "Partial, not judged" : "Not read")}: {place}{HtmlPage.Text(problem.Message)}";
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Reads durations as kubectl and Go write them: <c>90s</c>, <c>2h</c>, <c>1h30m</c>.</summary>
public static partial class DurationSyntax
{
    /// <summary>What a message says would be right.</summary>
    public const string Right = "a duration such as 90s, 45m, 2h or 1h30m";

    /// <summary>The longest duration that is read.</summary>
    /// <value>Seconds: a year. No maintenance is longer, and sums stay far from any overflow.</value>
    public const double MaxSeconds = 366 * 86_400.0;

    /// <summary>The seconds of a duration; null when the text is none, or longer than a year.</summary>
    public static double? Parse(string text)
    {
        if (Whole().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var seconds = Part(match, "h") * 3600 + Part(match, "m") * 60 + Part(match, "s");
        return seconds <= MaxSeconds ? seconds : null;
    }

    private static double Part(Match match, string unit) =>
        match.Groups[unit] is { Success: true, Value: var digits } ? double.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?=\d)((?<h>\d{1,6}(\.\d{1,6})?)h)?((?<m>\d{1,8}(\.\d{1,6})?)m)?((?<s>\d{1,9}(\.\d{1,6})?)s)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}

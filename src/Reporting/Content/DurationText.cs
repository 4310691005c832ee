using System.Globalization;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Durations as people say them: <c>35 s</c>, <c>2 min 10 s</c>, <c>1 h 12 min</c>.</summary>
public static class DurationText
{
    private const double SecondsPerMinute = 60;
    private const double SecondsPerHour = 3600;

    /// <summary>Writes a duration; below ten seconds with one decimal, from an hour on without seconds.</summary>
    public static string Of(double seconds)
    {
        if (!double.IsFinite(seconds))
        {
            return "for ever";
        }

        if (Math.Abs(seconds) < 9.95)
        {
            return $"{Math.Round(seconds, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture)} s";
        }

        var whole = Math.Round(seconds, MidpointRounding.AwayFromZero);
        if (whole < SecondsPerMinute)
        {
            return $"{whole:0} s";
        }

        return whole < SecondsPerHour ? Pair(whole, SecondsPerMinute, "min", 1, "s") : Pair(whole, SecondsPerHour, "h", SecondsPerMinute, "min");
    }

    /// <summary>Writes the expected duration and, where they differ, what it may be at best and at worst.</summary>
    public static string Of(Estimate estimate)
    {
        var (best, expected, worst) = (Of(estimate.Best), Of(estimate.Expected), Of(estimate.Worst));
        return best == expected && worst == expected ? expected : $"{expected} ({best} to {worst})";
    }

    private static string Pair(double seconds, double large, string largeUnit, double small, string smallUnit)
    {
        var rounded = Math.Round(seconds / small, MidpointRounding.AwayFromZero) * small;
        var rest = Math.Round(rounded % large / small);
        return rest > 0 ? $"{Math.Floor(rounded / large):0} {largeUnit} {rest:0} {smallUnit}" : $"{rounded / large:0} {largeUnit}";
    }
}

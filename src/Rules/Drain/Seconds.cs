using System.Globalization;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>Seconds in messages.</summary>
internal static class Seconds
{
    /// <summary>In words: seconds up to three minutes, then minutes, then hours and minutes; for ever for an infinite number.</summary>
    public static string InWords(double seconds) => seconds switch
    {
        _ when !double.IsFinite(seconds) => "for ever",
        < 180 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 3 * 3600 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 3600):0} h {Math.Floor(seconds % 3600 / 60):0} min"),
    };

    /// <summary>As evidence: whole seconds with their unit.</summary>
    public static string Exact(double seconds) =>
        double.IsFinite(seconds) ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s") : "without end";
}

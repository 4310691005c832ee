using System.Globalization;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Reads moments as RFC 3339; one without a zone could mean two different times and is none.</summary>
internal static class PlanMoment
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ssK"];

    public static DateTimeOffset? Parse(string text) =>
        HasZone(text) && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    private static bool HasZone(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
}

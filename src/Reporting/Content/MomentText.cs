using System.Globalization;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>When a cluster looked like this, in UTC: <c>2026-12-01 20:30 UTC</c>, or <c>2026-12-01</c> for manifests, which are judged by the day.</summary>
public static class MomentText
{
    /// <summary>Writes a moment to the minute, and the first of a day as that day.</summary>
    public static string Of(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString(IsDay(moment) ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Writes a moment for a machine, to the same precision.</summary>
    public static string Exact(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString(IsDay(moment) ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static bool IsDay(DateTimeOffset moment) => moment.UtcDateTime.TimeOfDay == TimeSpan.Zero;
}

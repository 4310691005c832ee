using System.Globalization;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>The words and dates of a policy file; the validator and the merge read them through here.</summary>
internal static class PolicyWords
{
    /// <summary>The severities, most severe first.</summary>
    public const string Severities = "blocker, high, medium, low or info";

    /// <summary>The modes of admission.</summary>
    public const string AdmissionModes = "warn, audit, enforce or off";

    /// <summary>Reads a severity; null when it is none.</summary>
    public static Severity? SeverityOf(string? text) => text switch
    {
        "blocker" => Severity.Blocker,
        "high" => Severity.High,
        "medium" => Severity.Medium,
        "low" => Severity.Low,
        "info" => Severity.Info,
        _ => null,
    };

    /// <summary>Reads a mode of admission; null when it is none.</summary>
    public static AdmissionMode? AdmissionModeOf(string? text) => text switch
    {
        "warn" => AdmissionMode.Warn,
        "audit" => AdmissionMode.Audit,
        "enforce" => AdmissionMode.Enforce,
        "off" => AdmissionMode.Off,
        _ => null,
    };

    /// <summary>Reads a day such as <c>2027-03-31</c>; null when it is none.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

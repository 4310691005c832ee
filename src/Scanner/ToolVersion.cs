namespace RiskAnalyzer.Scanner;

/// <summary>The version of this program.</summary>
internal static class ToolVersion
{
    /// <summary>The version as major.minor.patch.</summary>
    public static string Text { get; } = typeof(ToolVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}

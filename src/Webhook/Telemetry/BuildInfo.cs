using System.Reflection;

namespace RiskAnalyzer.Webhook.Telemetry;

/// <summary>Which build of the program runs.</summary>
internal static class BuildInfo
{
    private static readonly string[] Parts =
        (typeof(BuildInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+', 2);

    /// <summary>The version as major.minor.patch.</summary>
    public static string Version => Parts[0];

    /// <summary>The commit that it was built from; empty when the build did not know.</summary>
    public static string Revision => Parts.Length > 1 ? Parts[1] : "";

    /// <summary>Both as labels.</summary>
    public static KeyValuePair<string, object?>[] Tags => [new("version", Version), new("revision", Revision)];
}

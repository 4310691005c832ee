namespace RiskAnalyzer.Webhook;

/// <summary>How the program ends, as the scanner does.</summary>
internal static class ProgramExit
{
    /// <summary>It did what it was asked for.</summary>
    public const int Fine = 0;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>It could not do what it was asked for.</summary>
    public const int Failed = 3;

    /// <summary>Says why, one line each, and gives the code on.</summary>
    public static int Because(TextWriter error, IEnumerable<string> lines, int code)
    {
        foreach (var line in lines)
        {
            error.WriteLine($"riskanalyzer-webhook: {line}");
        }

        return code;
    }
}

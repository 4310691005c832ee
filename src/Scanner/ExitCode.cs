namespace RiskAnalyzer.Scanner;

/// <summary>What the program tells a pipeline.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the limit was found, and the forecast is good.</summary>
    public const int Fine = 0;

    /// <summary>Findings at or above <c>--fail-on</c>, or a forecast that does not complete or does not fit the window.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, a wrong plan or policy, or a report that cannot be written.</summary>
    public const int Usage = 2;

    /// <summary>The source could not be read, or the program failed: there is no verdict.</summary>
    public const int NoVerdict = 3;

    /// <summary>Ended by Ctrl-C; the shell's convention of 128 and the signal's number.</summary>
    public const int Interrupted = 130;
}

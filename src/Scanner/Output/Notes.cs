using RiskAnalyzer.Reporting.Content;

namespace RiskAnalyzer.Scanner.Output;

/// <summary>Tells on standard error what went wrong, or how reading a live cluster went; the report on standard output stays a report.</summary>
internal static class Notes
{
    /// <summary>Writes the notes, and the RBAC objects as they can be applied.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<string> notes, string? missingAccess)
    {
        foreach (var note in notes)
        {
            terminal.Error.Write($"riskanalyzer: {PlainText.Of(note)}\n");
        }

        if (missingAccess is not null)
        {
            terminal.Error.Write("# What could not be read can be read with these rights (kubectl apply -f -):\n");
            terminal.Error.Write(string.Concat(missingAccess.Split('\n').Select(line => PlainText.Of(line) + "\n")).TrimEnd('\n') + "\n");
        }
    }
}

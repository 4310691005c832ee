using System.Text;
using RiskAnalyzer.Reporting;
using RiskAnalyzer.Reporting.Text;

namespace RiskAnalyzer.Scanner.Output;

/// <summary>Writes one report in every format that was asked for.</summary>
internal static class ReportOutputs
{
    private const int FileWidth = 100;

    /// <summary>Writes the files first, so that what is seen on the terminal is true.</summary>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    public static void Write(Terminal terminal, IReadOnlyList<OutputTarget> targets, bool expand, Action<ReportFormat, TextWriter, TextLayout> write)
    {
        foreach (var (format, file) in targets.OrderBy(target => target.File is null))
        {
            if (file is null)
            {
                terminal.Write(output => write(format, output, terminal.Layout with { Expand = expand }));
            }
            else
            {
                WriteFile(file, output => write(format, output, new() { Width = FileWidth, Expand = expand }));
            }
        }
    }

    private static void WriteFile(string file, Action<TextWriter> write)
    {
        try
        {
            using var output = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            write(output);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--format: cannot write {file}: {error.Message}");
        }
    }
}

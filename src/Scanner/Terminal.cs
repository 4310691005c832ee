using System.Globalization;
using System.Text;
using RiskAnalyzer.Kubernetes.Configuration;
using RiskAnalyzer.Reporting.Text;
using RiskAnalyzer.Scanner.Output;

namespace RiskAnalyzer.Scanner;

/// <summary>What the program is connected to: where it writes, what it may show there, and what time it is.</summary>
internal sealed record Terminal
{
    private const int DefaultWidth = 80;

    /// <summary>Receives the report.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Receives errors and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Opens standard output for bytes.</summary>
    public Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;

    /// <summary>Where the way to a live cluster is found.</summary>
    public Surroundings Surroundings { get; init; } = Surroundings.OfProcess();

    /// <summary>Columns of the output.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>Whether the output goes to another program or a file, where a list has one line for each entry.</summary>
    public bool IsPiped { get; init; }

    /// <summary>Whether the output shows colours.</summary>
    public bool ShowsColour { get; init; }

    /// <summary>Whether a progress bar may be drawn on standard error.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The layout of text on the output.</summary>
    public TextLayout Layout => new() { Width = Width, Paint = ShowsColour ? Painter.Paint : static (_, text) => text };

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new()
        {
            Output = new StreamWriter(Console.OpenStandardOutput(), utf8),
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            OpenInput = Console.OpenStandardInput,
            IsPiped = Console.IsOutputRedirected,
            Width = WidthOf(Environment.GetEnvironmentVariable("COLUMNS")),
            ShowsColour = !Console.IsOutputRedirected && AllowsEscapes(),
            ShowsProgress = !Console.IsErrorRedirected && AllowsEscapes() && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")),
        };
    }

    /// <summary>Writes to the output and sends it off.</summary>
    /// <exception cref="UsageException">The output takes nothing more.</exception>
    public void Write(Action<TextWriter> write)
    {
        try
        {
            write(Output);
            Output.Flush();
        }
        catch (IOException error)
        {
            throw new UsageException($"standard output cannot be written: {error.Message}");
        }
    }

    // Source: https://no-color.org; a dumb terminal understands no escape sequences.
    private static bool AllowsEscapes() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    private static int WidthOf(string? columns)
    {
        if (int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told > 0)
        {
            return told;
        }

        if (Console.IsOutputRedirected)
        {
            return DefaultWidth;
        }

        try
        {
            return Console.WindowWidth is > 0 and var width ? width : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}

using System.Collections.Frozen;
using RiskAnalyzer.Reporting.Text;
using Spectre.Console;

namespace RiskAnalyzer.Scanner.Output;

/// <summary>Puts text into colours that terminals show on light and dark grounds.</summary>
internal static class Painter
{
    private static readonly FrozenDictionary<Tone, (string Before, string After)> Escapes = new Dictionary<Tone, Style>
    {
        [Tone.Heading] = new(decoration: Decoration.Bold),
        [Tone.Name] = new(decoration: Decoration.Bold),
        [Tone.Quiet] = new(decoration: Decoration.Dim),
        [Tone.Good] = new(foreground: Color.Green),
        [Tone.Info] = new(foreground: Color.Teal),
        [Tone.Low] = new(foreground: Color.Navy),
        [Tone.Medium] = new(foreground: Color.Olive),
        [Tone.High] = new(foreground: Color.Maroon),
        [Tone.Blocker] = new(foreground: Color.Maroon, decoration: Decoration.Bold),
    }.ToFrozenDictionary(pair => pair.Key, pair => Render(pair.Value));

    /// <summary>Surrounds a text with the escape sequences of its tone.</summary>
    public static string Paint(Tone tone, string text) =>
        Escapes.TryGetValue(tone, out var escape) ? escape.Before + text + escape.After : text;

    // Spectre knows the sequences; it renders a probe, and what stands around that is kept.
    private static (string Before, string After) Render(Style style)
    {
        const string Probe = "x";
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Write(new Text(Probe, style));
        var parts = writer.ToString().Split(Probe);
        return parts is [var before, var after] ? (before, after) : ("", "");
    }
}

using System.Globalization;
using System.Text;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>How many columns of a terminal a text takes.</summary>
internal static class DisplayWidth
{
    // Wide and full-width ranges that matter for names and messages.
    // Source: https://www.unicode.org/reports/tr11/ (East Asian Width, W and F).
    private static readonly (int From, int To)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return 0;
        }

        return Array.Exists(Wide, range => rune.Value >= range.From && rune.Value <= range.To) ? 2 : 1;
    }

    /// <summary>Fills a text with spaces up to a width.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>Shortens a text to a width, leaving out its middle, since names differ at their ends.</summary>
    public static string Shorten(string text, int width)
    {
        if (Of(text) <= width)
        {
            return text;
        }

        var runes = text.EnumerateRunes().ToArray();
        var tail = Take(runes.Reverse(), (width - 2) / 2);
        var head = Take(runes, width - 2 - tail.Sum(Of));
        return string.Concat(head) + ".." + string.Concat(tail.AsEnumerable().Reverse());
    }

    private static List<Rune> Take(IEnumerable<Rune> runes, int width)
    {
        var taken = new List<Rune>();
        foreach (var rune in runes)
        {
            width -= Of(rune);
            if (width < 0)
            {
                break;
            }

            taken.Add(rune);
        }

        return taken;
    }
}

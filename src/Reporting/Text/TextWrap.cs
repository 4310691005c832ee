using System.Text;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>Breaks text into lines of a width: between words, inside a word only when it is longer than a line.</summary>
internal static class TextWrap
{
    private static readonly string[] Units = ["s", "min", "h", "%"];

    /// <summary>The lines of a text; one empty line for an empty text.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in Words(text).SelectMany(word => Pieces(word, width)))
        {
            var size = DisplayWidth.Of(word.Text);
            var space = used > 0 && !word.IsContinued ? 1 : 0;
            if (used > 0 && used + space + size > width)
            {
                yield return line.ToString();
                _ = line.Clear();
                (used, space) = (0, 0);
            }

            _ = line.Append(' ', space).Append(word.Text);
            used += space + size;
        }

        yield return line.ToString();
    }

    // A number stays with its unit: "33" at the end of a line could be hours as well.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && char.IsAsciiDigit(words[^1][^1]) && Units.Contains(word.TrimEnd(',', '.', ';', ':', ')'), StringComparer.Ordinal))
            {
                words[^1] += " " + word;
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static IEnumerable<(string Text, bool IsContinued)> Pieces(string word, int width)
    {
        if (DisplayWidth.Of(word) <= width)
        {
            yield return (word, false);
            yield break;
        }

        var piece = new StringBuilder();
        var (used, isContinued) = (0, false);
        foreach (var rune in word.EnumerateRunes())
        {
            if (used + DisplayWidth.Of(rune) > width)
            {
                var cut = BreakPoint(piece);
                yield return (piece.ToString(0, cut), isContinued);
                _ = piece.Remove(0, cut);
                (used, isContinued) = (DisplayWidth.Of(piece.ToString()), true);
            }

            _ = piece.Append(rune.ToString());
            used += DisplayWidth.Of(rune);
        }

        yield return (piece.ToString(), isContinued);
    }

    // A name breaks after one of its separators if that leaves no more than half a line empty.
    private static int BreakPoint(StringBuilder piece)
    {
        for (var i = piece.Length - 1; i >= piece.Length / 2; i--)
        {
            if (piece[i] is '/' or '-' or '.' or ',' or ':' or '=')
            {
                return i + 1;
            }
        }

        return piece.Length;
    }
}

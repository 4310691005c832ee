using System.Text;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Makes text from objects harmless for a terminal or a page: names and messages may carry anything.</summary>
public static class PlainText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Replaces control characters, line breaks, and characters that change the direction of text.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsHarmful))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            _ = isPair ? result.Append(text[i]).Append(text[++i])
                : text[i] is '\n' or '\t' ? result.Append(' ')
                : result.Append(IsHarmful(text[i]) ? Replacement : text[i]);
        }

        return result.ToString();
    }

    // Bidirectional controls could make a name read as another one; a lone surrogate is no character.
    private static bool IsHarmful(char letter) =>
        char.IsControl(letter) || char.IsSurrogate(letter)
        || letter is '\u2028' or '\u2029' or '\u200E' or '\u200F' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

using System.Text;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>
/// Puts a finding into one line that a client shows: rule, object, fact, fix. Only printable ASCII, because the API server drops a warning
/// with a control character and proxies damage the rest.
/// </summary>
/// <remarks>Source: kubernetes/apimachinery:pkg/util/net/http.go (NewWarningHeader) and kubernetes/apiserver:pkg/endpoints/filters/warning.go.</remarks>
internal static class WarningText
{
    /// <value>Characters that a warning should have at most.</value>
    public const int Desired = 120;

    /// <value>Characters beyond which the API server may cut it.</value>
    public const int Longest = 256;

    private const int MaxNameLength = 63;
    private const string Cut = "...";

    /// <summary>The warning of a finding: as much of it as fits the desired length, and else the least that says it.</summary>
    public static string Of(Finding finding)
    {
        var head = $"{finding.Rule}: {NameOf(finding)}: ";
        var (fact, fix) = (Clean(finding.Message), Clean(finding.Fix));
        var text = $"{head}{fact}. {fix}";
        if (text.Length <= Desired)
        {
            return text;
        }

        var (shortFact, shortFix) = (UpTo(fact, "; "), UpTo(fix, ". ").TrimEnd('.'));
        text = $"{head}{fact}. {shortFix}";
        text = text.Length <= Desired ? text : $"{head}{shortFact}. {shortFix}";
        text = text.Length <= Desired ? text : $"{head}{shortFact}. {UpTo(UpTo(UpTo(shortFix, ", and "), ", or "), "; ")}";
        return Limit(text);
    }

    /// <summary>The object in words: <c>Deployment shop/cart</c>.</summary>
    public static string NameOf(Finding finding) => NameOf(finding.Object.Kind, finding.Object.Namespace, finding.Object.Name);

    /// <summary>An object in words, with a long name cut.</summary>
    public static string NameOf(string kind, string? @namespace, string name) =>
        string.IsNullOrEmpty(@namespace) ? $"{Name(kind)} {Name(name)}" : $"{Name(kind)} {Name(@namespace)}/{Name(name)}";

    /// <summary>A text cut to what the API server passes on.</summary>
    public static string Limit(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - Cut.Length), Cut);

    /// <summary>A text as printable ASCII with single spaces, which no client takes for anything else, cut to what is passed on.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains("  ", StringComparison.Ordinal) && !text.Contains("=?", StringComparison.Ordinal))
        {
            return Limit(text);
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(clean, rune);
        }

        return Limit(clean.ToString().TrimEnd());
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
        {
            _ = clean.Length > 0 && clean[^1] != ' ' ? clean.Append(' ') : clean;
            return;
        }

        var plain = rune.Value switch
        {
            > ' ' and <= '~' => ((char)rune.Value).ToString(),
            '…' => Cut,
            '–' or '—' => "-",
            _ => "?",
        };

        // Two characters that would begin a MIME encoded word are kept apart.
        _ = plain == "?" && clean.Length > 0 && clean[^1] == '=' ? clean.Append(" ?") : clean.Append(plain);
    }

    private static string Name(string name) => Clean(name) is var clean && clean.Length <= MaxNameLength ? clean : clean[..(MaxNameLength - Cut.Length)] + Cut;

    private static string UpTo(string text, string end) => text.IndexOf(end, StringComparison.Ordinal) is var index and > 0 ? text[..index] : text;
}

using System.Text;
using RiskAnalyzer.Reporting.Content;

namespace RiskAnalyzer.Reporting.Markdown;

/// <summary>Writes headings, lists and tables in GitHub's Markdown; text from objects cannot break out of its place.</summary>
internal sealed class MarkdownPage(TextWriter output)
{
    private const string Special = "\\`*_{}[]<>#|~!";
    private bool _isFirst = true;

    /// <summary>Makes a text show as it is.</summary>
    public static string Text(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in PlainText.Of(text))
        {
            _ = Special.Contains(letter, StringComparison.Ordinal) ? result.Append('\\').Append(letter) : result.Append(letter);
        }

        return result.ToString();
    }

    /// <summary>Shows a name in the type of code.</summary>
    public static string Code(string name)
    {
        var plain = PlainText.Of(name).Replace("|", "\\|", StringComparison.Ordinal);
        return plain.Contains('`', StringComparison.Ordinal) ? $"`` {plain} ``" : $"`{plain}`";
    }

    /// <summary>Writes a heading.</summary>
    public void Heading(int level, string text) => Block($"{new string('#', level)} {text}");

    /// <summary>Writes a paragraph or a ready-made block.</summary>
    public void Block(string markdown)
    {
        output.Write(_isFirst ? $"{markdown}\n" : $"\n{markdown}\n");
        _isFirst = false;
    }

    /// <summary>Writes a list.</summary>
    public void List(IEnumerable<string> items) => Block(string.Join('\n', items.Select(item => $"- {item}")));

    /// <summary>Writes a table.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        Block(string.Join('\n', rows.Prepend([.. columns.Select(_ => "---")]).Prepend(columns).Select(cells => $"| {string.Join(" | ", cells)} |")));
}

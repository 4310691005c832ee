using System.Net;
using RiskAnalyzer.Reporting.Content;

namespace RiskAnalyzer.Reporting.Html;

/// <summary>Writes one self-contained page: no scripts, nothing from the network, text from objects always escaped.</summary>
internal sealed class HtmlPage(TextWriter output)
{
    /// <summary>Entries of a list that are open at once; the others are folded away.</summary>
    public const int MostOpen = 20;

    /// <summary>Makes a text show as it is.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(PlainText.Of(text));

    /// <summary>Shows a name in the type of code; a long one breaks behind its slashes.</summary>
    public static string Code(string name) => $"<code>{Text(name).Replace("/", "/<wbr>", StringComparison.Ordinal)}</code>";

    /// <summary>Writes everything before the content.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="source">What the page is about, which tells one open page from another.</param>
    public void Begin(string title, string source) => Line($$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{Text(title)}}: {{Text(source)}}</title>
        <style>
        {{HtmlStyle.Css}}
        </style>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header><h1>{{Text(title)}}</h1></header>
        <main id="content">
        """);

    /// <summary>Writes everything after the content.</summary>
    public void End() => Line("</main>\n</body>\n</html>");

    /// <summary>Writes a line of markup.</summary>
    public void Line(string html)
    {
        output.Write(html.ReplaceLineEndings("\n"));
        output.Write('\n');
    }

    /// <summary>Writes a section with a heading and what stands below it.</summary>
    public void Section(string title, Action content)
    {
        Line($"<section>\n<h2>{Text(title)}</h2>");
        content();
        Line("</section>");
    }

    /// <summary>Writes a section with a list, unless there is nothing to list; a long one is partly folded.</summary>
    public void ListSection(string title, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            Section(title, () => List(items));
        }
    }

    /// <summary>Writes a table with a caption for those who do not see it.</summary>
    public void Table(string caption, IReadOnlyList<string> columns, IEnumerable<string> rows)
    {
        Line($"<div class=\"scroll\"><table aria-label=\"{Text(caption)}\">\n<thead><tr>{string.Concat(columns.Select(c => $"<th scope=\"col\">{Text(c)}</th>"))}</tr></thead>\n<tbody>");
        foreach (var row in rows)
        {
            Line($"<tr>{row}</tr>");
        }

        Line("</tbody></table></div>");
    }

    private void List(IReadOnlyList<string> items)
    {
        Items(items.Take(MostOpen));
        if (items.Count > MostOpen)
        {
            Line($"<details><summary>{items.Count - MostOpen} more</summary>");
            Items(items.Skip(MostOpen));
            Line("</details>");
        }
    }

    private void Items(IEnumerable<string> items)
    {
        Line("<ul>");
        foreach (var item in items)
        {
            Line($"<li>{item}</li>");
        }

        Line("</ul>");
    }
}

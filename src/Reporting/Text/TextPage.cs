using RiskAnalyzer.Reporting.Content;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>Writes the lines of a text report: headings, paragraphs and labelled entries, wrapped and without trailing spaces.</summary>
internal sealed class TextPage(TextWriter output, TextLayout layout)
{
    private bool _isFirst = true;

    /// <summary>The layout.</summary>
    public TextLayout Layout => layout;

    /// <summary>Whether lines are so short that details go below their labels.</summary>
    public bool IsNarrow => layout.Width < 60;

    /// <summary>Starts a section: an empty line, except at the top, and its name.</summary>
    public void Section(string name)
    {
        Gap();
        Paragraph(0, name, Tone.Heading);
    }

    /// <summary>Leaves an empty line, except at the top.</summary>
    public void Gap()
    {
        if (!_isFirst)
        {
            output.Write('\n');
        }
    }

    /// <summary>Writes a text with all its lines indented.</summary>
    public void Paragraph(int indent, string text, Tone tone = Tone.Plain) => Lines("", Tone.Plain, indent, indent, PlainText.Of(text), tone);

    /// <summary>Writes a label and a text beside it; further lines of the text stand below its first.</summary>
    /// <param name="indent">Columns before the label.</param>
    /// <param name="label">The label.</param>
    /// <param name="width">Columns for the label.</param>
    /// <param name="tone">The colour of the label.</param>
    /// <param name="text">The text.</param>
    /// <param name="textTone">The colour of the text.</param>
    public void Labelled(int indent, string label, int width, Tone tone, string text, Tone textTone = Tone.Plain) =>
        Lines(DisplayWidth.Pad(PlainText.Of(label), width) + " ", tone, indent, IsNarrow ? indent + 2 : indent + width + 1, PlainText.Of(text), textTone);

    /// <summary>Writes a line as it is.</summary>
    public void Raw(string line)
    {
        output.Write(line.TrimEnd());
        output.Write('\n');
        _isFirst = false;
    }

    private void Lines(string label, Tone labelTone, int indent, int hanging, string text, Tone tone)
    {
        text = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var room = Math.Max(TextLayout.MinWidth / 2, layout.Width - hanging);
        var first = Math.Max(TextLayout.MinWidth / 2, layout.Width - indent - DisplayWidth.Of(label));
        var lines = first == room ? TextWrap.Lines(text, room) : FirstThenRest(text, first, room);
        var isFirst = true;
        foreach (var line in lines)
        {
            var lead = isFirst ? new string(' ', indent) + Paint(labelTone, label) : new string(' ', hanging);
            Raw(lead + Paint(tone, line));
            isFirst = false;
        }
    }

    private static IEnumerable<string> FirstThenRest(string text, int first, int rest)
    {
        var head = TextWrap.Lines(text, first).First();
        yield return head;
        var tail = text[Math.Min(text.Length, head.Length)..].TrimStart();
        if (tail.Length > 0)
        {
            foreach (var line in TextWrap.Lines(tail, rest))
            {
                yield return line;
            }
        }
    }

    private string Paint(Tone tone, string text)
    {
        var bare = text.TrimEnd();
        return bare.Length == 0 || tone == Tone.Plain ? text : layout.Paint(tone, bare) + text[bare.Length..];
    }
}

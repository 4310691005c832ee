namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>
/// Cuts YAML text at its document markers and gives one document at a time to a parser, so that a broken one does not spoil the others
/// and none is held as a whole. A marker at the start of a line ends a document wherever it stands, even inside quoted text.
/// </summary>
internal sealed class YamlDocumentReader(TextReader text) : TextReader
{
    private const int BufferSize = 16 * 1024;
    private const int MarkerLength = 3;
    private const char ByteOrderMark = '\uFEFF';
    private readonly char[] _buffer = new char[BufferSize];
    private int _at;
    private int _end;
    private bool _isOver;
    private bool _atLineStart = true;
    private bool _atMarker;
    private char _last;
    private long _allowed = long.MaxValue;

    /// <summary>The line of the file on which the document begins, from 1.</summary>
    public long FirstLine { get; private set; } = 1;

    /// <summary>The line of the file that is read now, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The first line of the document with two opening braces, as templates have them; 0 when there is none.</summary>
    public long TemplateLine { get; private set; }

    /// <summary>Whether the document has anything but white space and comments so far.</summary>
    public bool HasContent { get; private set; }

    /// <summary>Lets that many characters be read before the next call, so that a parser cannot gather a text without end.</summary>
    public void Allow(int characters) => _allowed = characters;

    /// <summary>Leaves the rest of this document and goes to the next; false at the end of the text.</summary>
    public bool NextDocument()
    {
        Drain();
        if (!_atMarker)
        {
            return false;
        }

        _atMarker = false;
        _at += MarkerLength;
        _atLineStart = false;
        FirstLine = Line;
        TemplateLine = 0;
        HasContent = false;
        return true;
    }

    /// <summary>Leaves the rest of this document.</summary>
    public void Drain()
    {
        _allowed = long.MaxValue;
        while (Read() >= 0)
        {
            SkipInLine();
        }
    }

    /// <inheritdoc/>
    public override int Peek()
    {
        if (_atMarker || (_at >= _end && !Fill(1)))
        {
            return -1;
        }

        if (_atLineStart && !HasContent && _buffer[_at] == ByteOrderMark)
        {
            // Files that were written one behind the other keep theirs.
            _at++;
            return Peek();
        }

        if (_atLineStart && _buffer[_at] is ('-' or '.') && IsMarker())
        {
            _atMarker = true;
            return -1;
        }

        // A directive stands before a marker that the parser does not get to see.
        return _atLineStart && !HasContent && _buffer[_at] == '%' ? '#' : _buffer[_at];
    }

    /// <inheritdoc/>
    public override int Read()
    {
        var next = Peek();
        if (next < 0)
        {
            return -1;
        }

        if (--_allowed < 0)
        {
            throw new YamlProblemException("has a text that is larger than any object that the API takes", Line - FirstLine + 1);
        }

        _at++;
        _atLineStart = next == '\n';
        if (next == '\n')
        {
            Line++;
        }
        else if (next == '{' && _last == '{' && TemplateLine == 0)
        {
            TemplateLine = Line;
        }

        HasContent |= !char.IsWhiteSpace((char)next);
        _last = (char)next;
        return next;
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var read = 0;
        for (; read < count && Read() is var next and >= 0; read++)
        {
            buffer[index + read] = (char)next;
        }

        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Passes over what of the line is at hand, up to a brace that may begin a template.</summary>
    private void SkipInLine()
    {
        var rest = _buffer.AsSpan(_at, _atLineStart ? 0 : _end - _at);
        var plain = rest.IndexOfAny('\n', '{') is var end and >= 0 ? rest[..end] : rest;
        if (plain.Length > 0)
        {
            HasContent |= !plain.IsWhiteSpace();
            _last = plain[^1];
            _at += plain.Length;
        }
    }

    private bool IsMarker()
    {
        _ = Fill(MarkerLength + 1);
        var rest = _buffer.AsSpan(_at, _end - _at);
        return (rest.StartsWith("---") || rest.StartsWith("...")) && (rest.Length == MarkerLength || char.IsWhiteSpace(rest[MarkerLength]));
    }

    /// <summary>Makes sure that some characters are in the buffer; false when the text ends before.</summary>
    private bool Fill(int wanted)
    {
        while (_end - _at < wanted && !_isOver)
        {
            if (_at > 0)
            {
                Array.Copy(_buffer, _at, _buffer, 0, _end - _at);
                (_at, _end) = (0, _end - _at);
            }

            var read = text.Read(_buffer, _end, BufferSize - _end);
            _isOver = read == 0;
            _end += read;
        }

        return _end - _at >= wanted;
    }
}

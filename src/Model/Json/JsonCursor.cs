namespace RiskAnalyzer.Model.Json;

/// <summary>
/// Walks over one JSON object forwards. What nobody reads is jumped over as bytes, which a general tokenizer cannot do.
/// After the first problem everything reads as absent, so a decoder needs no checks of its own.
/// </summary>
internal ref struct JsonCursor
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly FieldTrail _trail;
    private int _at;
    private bool _opened;

    public JsonCursor(ReadOnlySpan<byte> json, DecoderState state)
    {
        _json = json;
        State = state;
        _trail = state.Trail;
    }

    /// <summary>What decoders share: pools, the location, and the problem if there is one.</summary>
    public DecoderState State { get; }

    /// <summary>Where the next byte is.</summary>
    public readonly int Position => _at;

    /// <summary>Enters an object; false when the value is null, or not an object (a problem).</summary>
    public bool BeginObject() => Begin((byte)'{', "an object");

    /// <summary>Enters a list; false when the value is null, or not a list (a problem).</summary>
    public bool BeginArray() => Begin((byte)'[', "a list");

    /// <summary>Goes to the next property and says which one it is; false at the end of the object, which is then left.</summary>
    public bool NextField(out Field field)
    {
        var more = NextName(out var name);
        field = more ? FieldTable.Find(name) : Field.Other;
        return more;
    }

    /// <summary>Goes to the next property; false at the end of the object, which is then left. Escapes stay as they are.</summary>
    public bool NextName(out ReadOnlySpan<byte> name)
    {
        name = default;
        if (!Next((byte)'}'))
        {
            return false;
        }

        if (Current != '"')
        {
            return Malformed("a property name in quotes");
        }

        var start = _at + 1;
        var length = JsonText.QuotedLength(_json, start);
        if (length < 0)
        {
            return Malformed("a closing quote");
        }

        name = _json.Slice(start, length);
        _trail.SetName(start, length);
        _at = start + length + 1;
        SkipSpace();
        if (Current != ':')
        {
            return Malformed("':'");
        }

        _at++;
        SkipSpace();
        return true;
    }

    /// <summary>Goes to the next item; false at the end of the list, which is then left.</summary>
    public bool NextItem()
    {
        if (!Next((byte)']'))
        {
            return false;
        }

        _trail.NextItem();
        return true;
    }

    /// <summary>Jumps over the value.</summary>
    public void Skip() => _ = SkippedValue();

    /// <summary>Jumps over the value and returns its bytes.</summary>
    public ReadOnlySpan<byte> SkippedValue()
    {
        var start = _at;
        switch (Current)
        {
            case (byte)'"':
                var length = JsonText.QuotedLength(_json, start + 1);
                _at = length < 0 ? _json.Length : start + length + 2;
                break;
            case (byte)'{' or (byte)'[':
                var end = JsonExtent.Find(_json[start..], out var isTooDeep);
                if (isTooDeep)
                {
                    TooDeep();
                    return default;
                }

                _at = end < 0 ? _json.Length : start + end;
                break;
            default:
                _at = start + JsonText.ScalarLength(_json[start..]);
                break;
        }

        if (_at == start || _at > _json.Length)
        {
            Malformed("a value");
            return default;
        }

        return _json[start.._at];
    }

    /// <summary>Jumps over the value if it is null.</summary>
    public bool SkipNull()
    {
        if (Current != 'n')
        {
            return false;
        }

        Skip();
        return true;
    }

    /// <summary>What the value begins with: a quote, a bracket, a digit or a letter; 0 at the end.</summary>
    public readonly byte Current => _at < _json.Length ? _json[_at] : (byte)0;

    /// <summary>Whether the value is a whole or broken number.</summary>
    public readonly bool IsNumber => Current is (byte)'-' or (>= (byte)'0' and <= (byte)'9');

    /// <summary>Says that the value is of the wrong kind; <paramref name="expected"/> completes "must be …".</summary>
    public void Reject(string expected)
    {
        if (State.Problem is null)
        {
            var start = _at;
            var shown = JsonText.Show(SkippedValue());
            State.Fail($"{_trail.Path(_json)} must be {expected}, not {shown}", start);
        }

        _at = _json.Length;
    }

    /// <summary>Jumps over the value and returns where it was.</summary>
    public Range SkippedRange()
    {
        var start = _at;
        Skip();
        return start.._at;
    }

    /// <summary>The bytes from here to the end of the object.</summary>
    public readonly ReadOnlySpan<byte> Rest => _json[_at..];

    /// <summary>The bytes from an earlier position to here.</summary>
    public readonly ReadOnlySpan<byte> Since(int position) => _json[position.._at];

    /// <summary>Jumps over a value of known length.</summary>
    public void Jump(int length) => _at += length;

    /// <summary>A cursor at the start of a value that was jumped over.</summary>
    public readonly JsonCursor At(Range skipped) => this with { _at = skipped.Start.Value };

    /// <summary>The path of the value that is read now.</summary>
    public readonly string Path => _trail.Path(_json);

    private bool Begin(byte bracket, string expected)
    {
        if (SkipNull() || State.Problem is not null)
        {
            return false;
        }

        if (Current != bracket)
        {
            Reject(expected);
            return false;
        }

        if (!_trail.Enter())
        {
            return TooDeep();
        }

        _at++;
        _opened = true;
        return true;
    }

    private bool Next(byte bracket)
    {
        SkipSpace();
        var opened = _opened;
        _opened = false;
        if (Current == bracket)
        {
            _at++;
            _trail.Leave();
            return false;
        }

        if (!opened)
        {
            if (Current != ',')
            {
                return Malformed($"',' or '{(char)bracket}'");
            }

            _at++;
            SkipSpace();
        }

        return true;
    }

    private bool TooDeep()
    {
        State.Fail($"is nested more than {JsonExtent.MaxDepth} levels deep", _at);
        _at = _json.Length;
        return false;
    }

    private bool Malformed(string expected)
    {
        State.Fail(_at >= _json.Length ? $"is cut off: expected {expected}" : $"is not valid JSON: expected {expected}, found '{(char)_json[_at]}'", _at);
        _at = _json.Length;
        return false;
    }

    /// <summary>Goes to the next byte that is no space.</summary>
    public void SkipSpace()
    {
        // One space after a colon, none in compact JSON, and many after a line end.
        if (Current > ' ' || (++_at < _json.Length && _json[_at] > ' '))
        {
            return;
        }

        var spaces = _at < _json.Length ? _json[_at..].IndexOfAnyExceptInRange((byte)0, (byte)' ') : 0;
        _at = spaces < 0 ? _json.Length : Math.Min(_at + spaces, _json.Length);
    }
}

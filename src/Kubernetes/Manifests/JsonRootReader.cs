using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Reads one object at the top of a stream. It is kept whole unless it turns out to be a list.</summary>
internal sealed class JsonRootReader(
    ByteWindow window, IObjectTarget target, int maxObjectBytes, ListHeader header, Func<ListHeader, bool> readItems)
{
    private readonly JsonValueFinder _values = new(window, maxObjectBytes);
    private readonly long _line = window.Line;
    private bool _isList;
    private bool _isDropped;

    /// <summary>Reads from the opening bracket to the closing one; false when nothing more can be read of the stream.</summary>
    public bool Read(ObjectType assumed)
    {
        var at = 1;
        while (true)
        {
            at = SkipSpace(at);
            switch (window.At(at))
            {
                case '}':
                    End(at + 1, assumed);
                    return true;
                case ',':
                    at++;
                    break;
                case '"':
                    at = ReadProperty(at);
                    if (at < 0)
                    {
                        return false;
                    }

                    break;
                case < 0:
                    target.Fail(_isList ? window.Line : _line, $"the text ends inside {(_isList ? "a list" : "this object")}; it was cut off", isCutOff: true);
                    return false;
                default:
                    window.Advance(at);
                    target.Fail(window.Line, $"not valid JSON: expected a property name in quotes, found '{(char)window.Ahead[0]}'");
                    return false;
            }
        }
    }

    /// <summary>Reads a property; the distance behind it, or why the stream cannot be read on.</summary>
    private int ReadProperty(int at)
    {
        var nameLength = _values.FindString(at);
        var value = nameLength < 0 ? -1 : SkipSpace(at + nameLength);
        if (nameLength < 0 || window.At(value) != ':')
        {
            target.Fail(_line, "not valid JSON: a property has no value, or the text was cut off");
            return FoundValue.CutOff;
        }

        value = SkipSpace(value + 1);
        if (window.At(value) == '[' && window.Ahead.Slice(at + 1, nameLength - 2).SequenceEqual("items"u8))
        {
            _isList = true;
            window.Advance(value);
            return readItems(header) ? 0 : FoundValue.CutOff;
        }

        var bracketed = window.At(value) is '{' or '[' ? _values.FindBracketed(value) : new(_values.Find(value), 0);
        if (bracketed.Length < 0)
        {
            _isDropped = bracketed.GoesOn(target, _line);
            return _isDropped ? 0 : FoundValue.CutOff;
        }

        header.Note(window.Ahead.Slice(at + 1, nameLength - 2), window.Ahead.Slice(value, bracketed.Length));
        return Keep(value + bracketed.Length);
    }

    /// <summary>Of a list, or of an object that is passed over, nothing needs to be kept.</summary>
    private int Keep(int at)
    {
        if (!_isList && !_isDropped)
        {
            return at;
        }

        window.Advance(at);
        return 0;
    }

    private void End(int length, ObjectType assumed)
    {
        if (_isList)
        {
            target.AddList(header);
        }
        else if (!_isDropped && length > maxObjectBytes)
        {
            _ = new FoundValue(FoundValue.TooLarge, 0).GoesOn(target, _line);
        }
        else if (!_isDropped)
        {
            target.Add(window.Ahead[..length], _line, window.Offset, assumed);
        }

        window.Advance(length);
    }

    private int SkipSpace(int at)
    {
        while (window.At(at) is ' ' or '\n' or '\r' or '\t')
        {
            at++;
        }

        return at;
    }
}

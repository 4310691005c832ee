using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>
/// Reads JSON as a stream: one object, several one after the other, a list of either kind or a bare array. Only one object at a time is
/// in memory, and of a list none of its items together.
/// </summary>
internal sealed class JsonObjectReader(ByteWindow window, IObjectTarget target, int maxObjectBytes)
{
    private readonly JsonValueFinder _values = new(window, maxObjectBytes);

    /// <summary>Finds the header of the list at an offset of the file, for a list that says only at its end what its items are.</summary>
    public Func<long, ListHeader>? FindHeader { get; init; }

    /// <summary>Reads everything.</summary>
    /// <param name="assumed">The version and kind of objects that do not say them.</param>
    public void Read(ObjectType assumed)
    {
        while (window.NextToken() is var token and >= 0)
        {
            var goesOn = token switch
            {
                '{' => ReadRoot(assumed),
                '[' => ReadArray(assumed),
                _ => SkipText(),
            };
            if (!goesOn)
            {
                return;
            }
        }
    }

    /// <summary>Reads the header of the list at the current position and passes over its items.</summary>
    public ListHeader ReadHeader(ObjectType assumed)
    {
        var header = new ListHeader(assumed);
        _ = window.NextToken();
        _ = new JsonRootReader(window, target, maxObjectBytes, header, SkipItems).Read(assumed);
        return header;

        bool SkipItems(ListHeader list) => _values.SkipBracketed();
    }

    private bool ReadRoot(ObjectType assumed)
    {
        var header = new ListHeader(assumed);
        var offset = window.Offset;
        return new JsonRootReader(window, target, maxObjectBytes, header, list => ReadItems(list.Items, offset)).Read(assumed);
    }

    private bool ReadArray(ObjectType assumed)
    {
        var goesOn = ReadItems(assumed, -1);
        if (assumed.IsComplete)
        {
            target.AddList(new(assumed));
        }

        return goesOn;
    }

    /// <summary>Reads the items from the opening bracket to the closing one.</summary>
    private bool ReadItems(ObjectType assumed, long listOffset)
    {
        window.Advance(1, 0);
        while (true)
        {
            switch (window.NextToken())
            {
                case ']':
                    window.Advance(1, 0);
                    return true;
                case ',':
                    window.Advance(1, 0);
                    break;
                case '{':
                    if (!ReadItem(ref assumed, ref listOffset))
                    {
                        return false;
                    }

                    break;
                case < 0:
                    target.Fail(window.Line, "the text ends inside a list; it was cut off", isCutOff: true);
                    return false;
                default:
                    target.AddStranger(window.Line);
                    if (!_values.Skip())
                    {
                        target.Fail(window.Line, "not valid JSON");
                        return false;
                    }

                    break;
            }
        }
    }

    private bool ReadItem(ref ObjectType assumed, ref long listOffset)
    {
        var found = _values.FindBracketed();
        if (found.Length < 0)
        {
            return found.GoesOn(target, window.Line - found.Lines);
        }

        if (!assumed.IsComplete && listOffset >= 0 && FindHeader is not null && !ObjectDecoder.SaysType(window.Ahead[..found.Length]))
        {
            assumed = FindHeader(listOffset).Items;
            listOffset = -1;
        }

        target.Add(window.Ahead[..found.Length], window.Line, window.Offset, assumed);
        window.Advance(found.Length, found.Lines);
        return true;
    }

    /// <summary>Passes over text between objects: a YAML marker, or what a program wrote to the same stream.</summary>
    private bool SkipText()
    {
        var line = window.Line;
        if (window.Ahead[0] is not ((byte)'-' or 0x1e))
        {
            target.Fail(line, "neither a JSON object nor a list");
        }

        while (window.At(0) >= 0)
        {
            var end = window.Ahead.IndexOf((byte)'\n');
            window.Advance(end < 0 ? window.Ahead.Length : end + 1);
            if (end >= 0 && window.NextToken() is '{' or '[')
            {
                return true;
            }
        }

        return false;
    }
}

using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Finds the ends of JSON values in a window, reading on where it must.</summary>
internal sealed class JsonValueFinder(ByteWindow window, int maxBytes)
{
    /// <summary>Finds the end of the object or list at the current position. It stays in the window unless it is too large.</summary>
    public FoundValue FindBracketed() => FindBracketed(0);

    /// <summary>Finds the end of the object or list at a distance from the current position.</summary>
    public FoundValue FindBracketed(int distance)
    {
        var scan = new JsonExtentScan();
        var scanned = distance;
        while (true)
        {
            var end = scan.Continue(window.Ahead[scanned..]);
            if (end >= 0)
            {
                var length = scanned + end - distance;
                return scan.IsTooDeep ? PassOver(scanned + end, FoundValue.TooDeep)
                    : length > maxBytes ? PassOver(scanned + end, FoundValue.TooLarge)
                    : new(length, scan.Lines);
            }

            scanned = window.Ahead.Length;
            if (scanned > maxBytes)
            {
                return SkipRest(scan);
            }

            if (!window.More())
            {
                return new(FoundValue.CutOff, 0);
            }
        }
    }

    /// <summary>Finds the end of any value at a distance from the current position; -1 when there is none.</summary>
    public int Find(int distance)
    {
        switch (window.At(distance))
        {
            case '{' or '[':
                return FindBracketed(distance).Length;
            case '"':
                return FindString(distance);
            case < 0:
                return -1;
            default:
                var length = 0;
                while (window.At(distance + length) is not (',' or '}' or ']' or ' ' or '\t' or '\r' or '\n' or < 0))
                {
                    length++;
                }

                return length == 0 ? -1 : length;
        }
    }

    /// <summary>Finds the length of the string at a distance, with its quotes; -1 when it does not end.</summary>
    public int FindString(int distance)
    {
        var at = distance + 1;
        while (true)
        {
            var next = window.At(at) < 0 ? -1 : window.Ahead[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next >= 0 && window.Ahead[at + next] == '"')
            {
                return at + next + 1 - distance;
            }

            at = next >= 0 ? at + next + 2 : window.Ahead.Length;
            if (at > maxBytes || (next < 0 && !window.More()))
            {
                return -1;
            }
        }
    }

    /// <summary>Moves on over the value at the current position; false when it does not end.</summary>
    public bool Skip()
    {
        if (window.At(0) is '{' or '[')
        {
            return SkipBracketed();
        }

        var length = Find(0);
        window.Advance(Math.Max(0, length));
        return length > 0;
    }

    /// <summary>Moves on over the object or list at the current position, however large; false when it does not end.</summary>
    public bool SkipBracketed() => SkipRest(new(), 0).Length != FoundValue.CutOff;

    private FoundValue SkipRest(JsonExtentScan scan) => SkipRest(scan, window.Ahead.Length);

    /// <summary>Follows a value to its end without keeping it.</summary>
    private FoundValue SkipRest(JsonExtentScan scan, int scanned)
    {
        var before = window.Line;
        window.Advance(scanned);
        while (true)
        {
            var end = scan.Continue(window.Ahead);
            window.Advance(end < 0 ? window.Ahead.Length : end);
            if (end >= 0)
            {
                return new(scan.IsTooDeep ? FoundValue.TooDeep : FoundValue.TooLarge, window.Line - before);
            }

            if (!window.More())
            {
                return new(FoundValue.CutOff, 0);
            }
        }
    }

    private FoundValue PassOver(int length, int reason)
    {
        var before = window.Line;
        window.Advance(length);
        return new(reason, window.Line - before);
    }
}

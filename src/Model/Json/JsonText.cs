using System.Buffers;
using System.Globalization;
using System.Text;

namespace RiskAnalyzer.Model.Json;

/// <summary>The text of JSON strings and scalars.</summary>
internal static class JsonText
{
    private const int ShownLength = 40;
    private static readonly SearchValues<byte> ScalarEnd = SearchValues.Create(",]} \t\r\n"u8);

    /// <summary>The length of a string whose first byte after the quote is at <paramref name="start"/>; -1 when it does not end.</summary>
    public static int QuotedLength(ReadOnlySpan<byte> json, int start)
    {
        var at = start;
        while (true)
        {
            var next = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (json[at] == '"')
            {
                return at - start;
            }

            at += 2;
            if (at > json.Length)
            {
                return -1;
            }
        }
    }

    /// <summary>The length of a number, true, false or null.</summary>
    public static int ScalarLength(ReadOnlySpan<byte> json) => json.IndexOfAny(ScalarEnd) is var end and >= 0 ? end : json.Length;

    /// <summary>The text between quotes with escapes resolved; null when an escape is wrong.</summary>
    public static string? Unescape(ReadOnlySpan<byte> quoted)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(quoted.Length);
        try
        {
            var length = Unescape(quoted, buffer);
            return length < 0 ? null : Encoding.UTF8.GetString(buffer, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Resolves escapes into a buffer that is at least as long; the length, or -1 when an escape is wrong.</summary>
    public static int Unescape(ReadOnlySpan<byte> quoted, Span<byte> target)
    {
        var (read, written) = (0, 0);
        while (read < quoted.Length)
        {
            var plain = quoted[read..].IndexOf((byte)'\\');
            var copied = plain < 0 ? quoted.Length - read : plain;
            quoted.Slice(read, copied).CopyTo(target[written..]);
            (read, written) = (read + copied, written + copied);
            if (plain < 0)
            {
                break;
            }

            var used = Escape(quoted[read..], target[written..], out var made);
            if (used < 0)
            {
                return -1;
            }

            (read, written) = (read + used, written + made);
        }

        return written;
    }

    /// <summary>A value as a message shows it, cut to a few words.</summary>
    public static string Show(ReadOnlySpan<byte> value) => value switch
    {
        [(byte)'{', ..] => "an object",
        [(byte)'[', ..] => "a list",
        { Length: > ShownLength } => Encoding.UTF8.GetString(value[..ShownLength]).TrimEnd('\uFFFD') + "…",
        _ => Encoding.UTF8.GetString(value),
    };

    private static int Escape(ReadOnlySpan<byte> source, Span<byte> target, out int made)
    {
        made = 1;
        if (source.Length < 2)
        {
            return -1;
        }

        if (source[1] == 'u')
        {
            return Unicode(source, target, out made);
        }

        target[0] = source[1] switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'t' => (byte)'\t',
            (byte)'r' => (byte)'\r',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            var same and ((byte)'"' or (byte)'\\' or (byte)'/') => same,
            _ => 0,
        };
        return target[0] == 0 ? -1 : 2;
    }

    private static int Unicode(ReadOnlySpan<byte> source, Span<byte> target, out int made)
    {
        made = 0;
        if (!Hex(source, out var first))
        {
            return -1;
        }

        if (char.IsHighSurrogate(first) && Hex(source[6..], out var second) && char.IsLowSurrogate(second))
        {
            made = new Rune(first, second).EncodeToUtf8(target);
            return 12;
        }

        // A lone surrogate is what Go's decoder makes of it: the replacement character.
        made = (Rune.TryCreate(first, out var rune) ? rune : Rune.ReplacementChar).EncodeToUtf8(target);
        return 6;
    }

    private static bool Hex(ReadOnlySpan<byte> source, out char value)
    {
        value = default;
        if (source.Length < 6 || source[0] != '\\' || source[1] != 'u'
            || !ushort.TryParse(source[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        value = (char)code;
        return true;
    }
}
